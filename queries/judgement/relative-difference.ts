import type {Maten, Vorm} from '../contract/figure.ts';
import {differenceInterval, type Estimate} from '../statistics/difference.ts';
import {twoSidedP} from '../statistics/normal.ts';
import {Z95} from '../statistics/interval.ts';
import {exactRateRatio, waldRateRatio, type Rate} from '../statistics/rate-ratio.ts';
import {newcombe} from '../statistics/share-difference.ts';

/** How far a figure lies from what it is held against, as a share of that: −0.15 is 15% lower. */
export interface RelativeDifference {
  verschil: number;
  /** Bounds of the 95% interval; ±Infinity where a figure has no bound. */
  ondergrens: number;
  bovengrens: number;
  methode: string;
  /** Two-sided p of no difference, from the same interval; null when a bound is unknown. */
  p: number | null;
}

/** A figure as an estimate: what is known of it, and what it was counted from. */
export type Judged = Pick<Maten, 'waarde' | 'ondergrens' | 'bovengrens' | 'teller' | 'noemer'>;

/** Below this many events on either side the exact method is used. */
const EXACT_BELOW = 10;

/**
 * The relative difference of `now` to `then` with the interval of its form: rate ratio for counts,
 * Newcombe for shares, MOVER on both intervals for medians and ratios of sums. Where counts are not
 * known (delivered baselines, shares at the edge) MOVER as well. Null when it can't be taken.
 */
export function relativeDifference(
  vorm: Vorm,
  now: Judged,
  then: Judged,
): RelativeDifference | null {
  if (now.waarde === null || then.waarde === null || then.waarde === 0) return null;
  if (vorm === 'aantal' || vorm === 'stand' || vorm === 'per_fte') {
    const [a, b] = [rateOf(now), rateOf(then)];
    if (a !== null && b !== null) return ratioDifference(a, b);
  }
  if (vorm === 'aandeel' || vorm === 'paren') {
    const [a, b] = [shareOf(now), shareOf(then)];
    const found = a === null || b === null ? null : newcombe(a, b);
    if (found !== null && b !== null) return scaled(found, b.x / b.n, 'newcombe');
  }
  const [a, b] = [estimateOf(now), estimateOf(then)];
  if (a === null || b === null) return null;
  return scaled(differenceInterval(a, b), b.waarde, 'mover');
}

/** The relative difference to a number that is no estimate, such as a target. */
export function differenceToNumber(now: Judged, number: number): RelativeDifference | null {
  const estimate = estimateOf(now);
  if (estimate === null || number === 0) return null;
  const fixed = {waarde: number, ondergrens: number, bovengrens: number};
  return scaled(differenceInterval(estimate, fixed), number, 'interval van het cijfer');
}

/** A ratio with its interval (1 = the same) as a relative difference. */
export function ratioAsDifference(
  {waarde, ondergrens, bovengrens}: Estimate,
  methode: string,
): RelativeDifference {
  const near = waarde > 1 ? ondergrens : bovengrens;
  const spread = Math.abs(Math.log(waarde) - Math.log(near)) / Z95;
  const p = waarde > 0 && near > 0 && spread > 0 ? twoSidedP(Math.log(waarde) / spread) : null;
  return {
    verschil: waarde - 1,
    ondergrens: ondergrens - 1,
    bovengrens: bovengrens - 1,
    methode,
    p,
  };
}

function ratioDifference(a: Rate, b: Rate): RelativeDifference | null {
  if (Math.min(a.aantal, b.aantal) >= EXACT_BELOW) {
    const ratio = waldRateRatio(a, b);
    return ratio === null ? null : ratioAsDifference(ratio, 'rate ratio');
  }
  const exact = exactRateRatio(a, b);
  if (exact?.waarde === undefined || exact.waarde === null) return null;
  return {
    verschil: exact.waarde - 1,
    ondergrens: exact.ondergrens - 1,
    bovengrens: (exact.bovengrens ?? Infinity) - 1,
    methode: 'rate ratio, exact',
    p: exact.p_central,
  };
}

function scaled(
  {waarde, ondergrens, bovengrens}: Estimate,
  unit: number,
  methode: string,
): RelativeDifference {
  const near = waarde > 0 ? ondergrens : bovengrens;
  const spread = Math.abs(waarde - near) / Z95;
  const isKnown = Number.isFinite(spread) && spread > 0;
  return {
    verschil: waarde / unit,
    ondergrens: ondergrens / unit,
    bovengrens: bovengrens / unit,
    methode,
    p: isKnown ? twoSidedP(waarde / spread) : null,
  };
}

function rateOf({teller, noemer}: Judged): Rate | null {
  return teller === null || noemer === null || noemer <= 0 ? null : {aantal: teller, tijd: noemer};
}

function shareOf({teller, noemer}: Judged): {x: number; n: number} | null {
  return teller === null || noemer === null || noemer <= 0 ? null : {x: teller, n: noemer};
}

/** A bound that could not be reached is unknown: then the difference can't be sure either. */
function estimateOf({waarde, ondergrens, bovengrens}: Judged): Estimate | null {
  if (waarde === null) return null;
  return {waarde, ondergrens: ondergrens ?? -Infinity, bovengrens: bovengrens ?? Infinity};
}
