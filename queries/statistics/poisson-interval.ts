import {gammaQuantile} from './gamma.ts';
import {Z95, type Interval} from './interval.ts';

const EXACT_BELOW = 10;

/** Exact 95% interval of a Poisson count (Garwood 1936), count ≥ 0. */
export function exactPoisson(count: number): Interval {
  return {
    ondergrens: count === 0 ? 0 : gammaQuantile(0.025, count),
    bovengrens: gammaQuantile(0.975, count + 1),
  };
}

/** Byar's approximation (Breslow & Day 1987): 65 events give 50.16 to 82.85. Count > 0. */
export function byar(count: number): Interval {
  const bound = (n: number, sign: number): number =>
    n * (1 - 1 / (9 * n) + (sign * Z95) / (3 * Math.sqrt(n))) ** 3;
  return {ondergrens: bound(count, -1), bovengrens: bound(count + 1, 1)};
}

/** The 95% interval of a count as published: exact below 10, Byar from 10. */
export function poissonInterval(count: number): Interval & {methode: string} {
  return count < EXACT_BELOW
    ? {...exactPoisson(count), methode: 'poisson exact'}
    : {...byar(count), methode: 'byar'};
}
