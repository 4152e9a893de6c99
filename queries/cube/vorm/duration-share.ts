import type {Definition} from '../../catalogue.ts';
import {Z95} from '../../statistics/interval.ts';
import type {SurvivalStep} from '../../statistics/survival.ts';
import {protectOpen} from '../protect-curve.ts';
import {protectError} from '../protect.ts';
import type {Noise} from '../noise.ts';
import type {DurationFigure} from './duration-figure.ts';

/** The exact curve of a cell with the label of its noise. */
interface ShareFacts {
  steps: readonly SurvivalStep[];
  noise: Noise;
  label: string;
}

const LOWEST = 5;
const HIGHEST = 95;

/**
 * Protected percentage still open after the norm (`open_na_norm`), or ended within it (`binnen_norm`,
 * for ends without competition), with its log-log interval.
 */
export function shareFigure(facts: ShareFacts, {maat, norm}: Definition): DurationFigure {
  const day = norm ?? 0;
  const {steps, noise, label} = facts;
  const open = protectOpen(noise, label, steps, day);
  const {ondergrens, bovengrens} = limits(facts, open, day);
  const turned = maat === 'binnen_norm';
  const waarde = turned ? 100 - open : open;
  return {
    waarde,
    ondergrens: turned ? 100 - bovengrens : ondergrens,
    bovengrens: turned ? 100 - ondergrens : bovengrens,
    methode: methodOf(waarde),
    p80: null,
    boven_norm: null,
  };
}

/** At the ends of the scale the interval is the end itself: it may not tell what is hidden. */
function limits(
  {steps, noise, label}: ShareFacts,
  open: number,
  day: number,
): {ondergrens: number; bovengrens: number} {
  if (open <= LOWEST) return {ondergrens: 0, bovengrens: LOWEST};
  if (open >= HIGHEST) return {ondergrens: HIGHEST, bovengrens: 100};
  const share = open / 100;
  const greenwood = steps.findLast(({dag}) => dag <= day)?.greenwood ?? 0;
  const spread = protectError(noise, label, Math.sqrt(greenwood) / Math.abs(Math.log(share)));
  const bound = (sign: number): number => Math.round(100 * share ** Math.exp(sign * Z95 * spread));
  return {ondergrens: Math.min(open, bound(1)), bovengrens: Math.max(open, bound(-1))};
}

function methodOf(waarde: number): string {
  if (waarde <= LOWEST) return 'kaplan-meier, hooguit';
  return waarde >= HIGHEST ? 'kaplan-meier, minstens' : 'kaplan-meier';
}
