import {gammaQuantile} from './gamma.ts';
import type {Interval} from './interval.ts';
import {zOf} from './normal.ts';

const EXACT_BELOW = 10;

/** Exact interval of a Poisson count (Garwood 1936), count ≥ 0. */
export function exactPoisson(count: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    ondergrens: count === 0 ? 0 : gammaQuantile(tail, count),
    bovengrens: gammaQuantile(1 - tail, count + 1),
  };
}

/**
 * Byar's approximation (Breslow & Day 1987): 65 events give 50.16 to 82.85. At 0 events the lower
 * bound is 0.
 */
export function byar(count: number, confidence = 0.95): Interval {
  const z = zOf(confidence);
  const bound = (n: number, sign: number): number =>
    n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3;
  return {
    ondergrens: count === 0 ? 0 : Math.max(0, bound(count, -1)),
    bovengrens: bound(count + 1, 1),
  };
}

/** Score interval of a Poisson count (Rao): from the test of (count − μ) / √μ. */
export function scorePoisson(count: number, confidence = 0.95): Interval {
  const z = zOf(confidence);
  const half = z * Math.sqrt(count + (z * z) / 4);
  const centre = count + (z * z) / 2;
  return {ondergrens: count === 0 ? 0 : centre - half, bovengrens: centre + half};
}

/** Jeffreys interval of a Poisson count: quantiles of Gamma(count + ½); the lower is 0 at 0. */
export function jeffreysPoisson(count: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    ondergrens: count === 0 ? 0 : gammaQuantile(tail, count + 0.5),
    bovengrens: gammaQuantile(1 - tail, count + 0.5),
  };
}

/** The 95% interval of a count as published: exact below 10, Byar from 10. */
export function poissonInterval(count: number): Interval & {methode: string} {
  return count < EXACT_BELOW
    ? {...exactPoisson(count), methode: 'poisson exact'}
    : {...byar(count), methode: 'byar'};
}
