import {betaQuantile} from './beta.ts';
import type {Interval} from './interval.ts';

/**
 * Exact interval of a share (Clopper & Pearson 1934): never covers less than promised, often more.
 * Of nothing (n = 0): 0 to 1.
 */
export function clopperPearson(x: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    ondergrens: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    bovengrens: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** Jeffreys interval of a share: quantiles of Beta(x + ½, n − x + ½), 0 at x = 0 and 1 at x = n. */
export function jeffreysShare(x: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    ondergrens: x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    bovengrens: x === n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
  };
}
