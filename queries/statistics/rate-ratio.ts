import {binomialTest} from './binomial.ts';
import {clopperPearson} from './clopper-pearson.ts';
import type {Estimate} from './difference.ts';
import {twoSidedP, zOf} from './normal.ts';

/** Events and the time in which they happened (person-years, or any unit used on both sides). */
export interface Rate {
  aantal: number;
  tijd: number;
}

/** A rate ratio with its z and the two-sided p-value against `ratio0`. */
export interface RatioTest extends Estimate {
  z: number;
  p: number;
}

/** Wald interval and test on the log of the ratio a / b. Null when either has no events or time. */
export function waldRateRatio(
  a: Rate,
  b: Rate,
  {confidence = 0.95, ratio0 = 1} = {},
): RatioTest | null {
  if (a.aantal === 0 || b.aantal === 0 || a.tijd <= 0 || b.tijd <= 0) return null;
  const waarde = a.aantal / a.tijd / (b.aantal / b.tijd);
  const spread = Math.sqrt(1 / a.aantal + 1 / b.aantal);
  const factor = Math.exp(zOf(confidence) * spread);
  const z = Math.log(waarde / ratio0) / spread;
  return {waarde, ondergrens: waarde / factor, bovengrens: waarde * factor, z, p: twoSidedP(z)};
}

/** An exact rate ratio; `waarde` and `bovengrens` are null where they have no bound (b had none). */
export interface ExactRatio {
  waarde: number | null;
  ondergrens: number;
  bovengrens: number | null;
  /** Two-sided against ratio0: outcomes no likelier than this one (R's poisson.exact, minlike). */
  p_minlike: number;
  /** Twice the smaller tail, capped at 1. */
  p_central: number;
}

/**
 * Exact interval and tests of the ratio a / b, conditional on the total number of events (Przyborowski
 * & Wilenski 1940): a's share of the events is binomial. Null without events or without time.
 */
export function exactRateRatio(
  a: Rate,
  b: Rate,
  {confidence = 0.95, ratio0 = 1} = {},
): ExactRatio | null {
  const total = a.aantal + b.aantal;
  if (total === 0 || a.tijd <= 0 || b.tijd <= 0) return null;
  const share = (ratio0 * a.tijd) / (ratio0 * a.tijd + b.tijd);
  const {ondergrens, bovengrens} = clopperPearson(a.aantal, total, confidence);
  const odds = (part: number): number => (part / (1 - part)) * (b.tijd / a.tijd);
  return {
    waarde: b.aantal === 0 ? null : a.aantal / a.tijd / (b.aantal / b.tijd),
    ondergrens: odds(ondergrens),
    bovengrens: bovengrens === 1 ? null : odds(bovengrens),
    p_minlike: binomialTest(a.aantal, total, share),
    p_central: binomialTest(a.aantal, total, share, 'central'),
  };
}
