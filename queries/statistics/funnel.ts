import {betaQuantile} from './beta.ts';
import {gammaQuantile} from './gamma.ts';
import type {Interval} from './interval.ts';

/** The two funnels drawn: about two and three standard deviations. */
export const FUNNEL_CONFIDENCE = [0.95, 0.998] as const;

/**
 * Exact Poisson limits of a standardised ratio when `expected` events are expected (Spiegelhalter
 * 2005): 15 events give 0.560 to 1.649. Null when nothing is expected.
 */
export function ratioFunnel(
  expected: number,
  {target = 1, confidence = 0.95} = {},
): Interval | null {
  if (!(expected > 0)) return null;
  const tail = (1 - confidence) / 2;
  return {
    ondergrens: (target * gammaQuantile(tail, expected)) / expected,
    bovengrens: (target * gammaQuantile(1 - tail, expected + 1)) / expected,
  };
}

/** Exact binomial limits of a share out of n around `target`, within 0 and 1. Null when n is 0. */
export function shareFunnel(n: number, target: number, confidence = 0.95): Interval | null {
  if (!(n > 0)) return null;
  const tail = (1 - confidence) / 2;
  const x = n * target;
  return {
    ondergrens: x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    bovengrens: x >= n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}
