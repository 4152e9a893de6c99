import {logGamma} from './gamma.ts';
import {incompleteBeta} from './student.ts';

/** Rounding that may make equal probabilities differ, as in R's binom.test. */
const EQUAL = 1 + 1e-7;

/** P(X = x) of a binomial of n with share `share`. */
export function binomialPmf(x: number, n: number, share: number): number {
  if (x < 0 || x > n) return 0;
  if (share <= 0) return x === 0 ? 1 : 0;
  if (share >= 1) return x === n ? 1 : 0;
  const ways = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return Math.exp(ways + x * Math.log(share) + (n - x) * Math.log1p(-share));
}

/** P(X ≤ x). */
export function binomialCdf(x: number, n: number, share: number): number {
  if (x < 0) return 0;
  if (x >= n) return 1;
  return incompleteBeta(1 - share, n - x, x + 1);
}

/**
 * Exact two-sided p-value of x out of n against `share`. `minlike` adds every outcome no likelier
 * than x (R's binom.test); `central` doubles the smaller tail. 1 when n = 0.
 */
export function binomialTest(
  x: number,
  n: number,
  share: number,
  method: 'minlike' | 'central' = 'minlike',
): number {
  if (n === 0) return 1;
  if (method === 'central') {
    const below = binomialCdf(x, n, share);
    const above = 1 - binomialCdf(x - 1, n, share);
    return Math.min(1, 2 * Math.min(below, above));
  }
  const own = binomialPmf(x, n, share) * EQUAL;
  let p = 0;
  for (let k = 0; k <= n; k += 1) {
    const likelihood = binomialPmf(k, n, share);
    if (likelihood <= own) p += likelihood;
  }
  return Math.min(1, p);
}
