import {Z95, type Interval} from './interval.ts';

/** Wilson score interval of a share (Wilson 1927): 65 of 100 gives 55.25% to 73.64%. n > 0. */
export function wilsonInterval(x: number, n: number): Interval {
  const share = x / n;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {ondergrens: Math.max(0, centre - half), bovengrens: Math.min(1, centre + half)};
}
