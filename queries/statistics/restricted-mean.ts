import type {Estimate} from './difference.ts';
import {Z95} from './interval.ts';
import {survivalCurve, type Spell} from './survival.ts';

/** A mean over a limited time, with its standard error. */
export interface RestrictedMean extends Estimate {
  standaardfout: number;
}

/**
 * Mean number of days open within the first `horizon` days (RMST, Irwin 1949; variance of
 * Klein & Moeschberger 4.5.3), whatever the end. Null without spells, or when the horizon lies
 * after the last day anyone was followed while some were still open.
 */
export function restrictedMean(spells: readonly Spell[], horizon: number): RestrictedMean | null {
  if (spells.length === 0 || horizon <= 0) return null;
  const steps = survivalCurve(spells).filter(({dag}) => dag < horizon);
  const last = spells.reduce((most, {tot}) => Math.max(most, tot), 0);
  if (last < horizon && (steps.at(-1)?.open ?? 1) > 0) return null;
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (const {dag, open, onder_risico, einden, concurrenten} of steps.toReversed()) {
    area += open * (until - dag);
    const gone = einden + concurrenten;
    if (gone < onder_risico)
      variance += (area * area * gone) / (onder_risico * (onder_risico - gone));
    until = dag;
  }
  return withLimits(area + until, Math.sqrt(variance));
}

/** The difference a − b of two restricted means over the same horizon. */
export function restrictedMeanDifference(a: RestrictedMean, b: RestrictedMean): RestrictedMean {
  return withLimits(a.waarde - b.waarde, Math.hypot(a.standaardfout, b.standaardfout));
}

function withLimits(waarde: number, standaardfout: number): RestrictedMean {
  const half = Z95 * standaardfout;
  return {waarde, ondergrens: waarde - half, bovengrens: waarde + half, standaardfout};
}
