import {gammaQ} from './gamma.ts';
import {Z95} from './interval.ts';

/** P(Z ≤ z) of the standard normal, exact in both tails (through the incomplete gamma). */
export function normalCdf(z: number): number {
  const tail = 0.5 * gammaQ(0.5, (z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}

/** Probability of a z at least this far from 0, on both sides. */
export function twoSidedP(z: number): number {
  return gammaQ(0.5, (z * z) / 2);
}

/**
 * Standard normal quantile, 0 < p < 1 (−∞ at 0, ∞ at 1): a rational start (Abramowitz & Stegun
 * 26.2.23), then Halley's steps on the exact tail to machine precision.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const start =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return -[1, 2, 3].reduce((z) => halley(z, p), start);
}

/** One step towards the z with P(Z > z) = p. */
function halley(z: number, p: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const miss = (normalCdf(-z) - p) / density;
  return z + miss / (1 - (miss * z) / 2);
}

/** The z that leaves (1 − confidence) / 2 on each side: 1.96 for 0.95. */
export function zOf(confidence: number): number {
  return confidence === 0.95 ? Z95 : -normalQuantile((1 - confidence) / 2);
}
