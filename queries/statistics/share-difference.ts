import {differenceInterval, type Estimate} from './difference.ts';
import {twoSidedP, zOf} from './normal.ts';
import {wilsonInterval} from './wilson-interval.ts';

/** x out of n. */
export interface Share {
  x: number;
  n: number;
}

/**
 * Newcombe's hybrid score interval of a − b (method 10 of Newcombe 1998), from two independent
 * Wilson intervals. Null when either n is 0.
 */
export function newcombe(a: Share, b: Share, confidence = 0.95): Estimate | null {
  if (a.n === 0 || b.n === 0) return null;
  const share = ({x, n}: Share): Estimate => ({waarde: x / n, ...wilsonInterval(x, n, confidence)});
  return differenceInterval(share(a), share(b));
}

/**
 * Agresti & Caffo 2000: Wald with one success and one failure added to each side, cut at −1 and 1;
 * `waarde` is the plain difference. Null when either n is 0.
 */
export function agrestiCaffo(a: Share, b: Share, confidence = 0.95): Estimate | null {
  if (a.n === 0 || b.n === 0) return null;
  const [pa, pb] = [(a.x + 1) / (a.n + 2), (b.x + 1) / (b.n + 2)];
  const half =
    zOf(confidence) * Math.sqrt((pa * (1 - pa)) / (a.n + 2) + (pb * (1 - pb)) / (b.n + 2));
  return {
    waarde: a.x / a.n - b.x / b.n,
    ondergrens: Math.max(-1, pa - pb - half),
    bovengrens: Math.min(1, pa - pb + half),
  };
}

/** Two-sided p-value that two shares are equal (pooled score test); 1 without any difference. */
export function shareTest(a: Share, b: Share): number | null {
  if (a.n === 0 || b.n === 0) return null;
  const pooled = (a.x + b.x) / (a.n + b.n);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return spread === 0 ? 1 : twoSidedP((a.x / a.n - b.x / b.n) / spread);
}
