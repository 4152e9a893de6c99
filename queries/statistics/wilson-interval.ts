import type {Interval} from './interval.ts';
import {zOf} from './normal.ts';

/**
 * Wilson score interval of a share (Wilson 1927): 65 of 100 gives 55.25% to 73.64%. Of nothing
 * (n = 0) everything is possible: 0 to 1.
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): Interval {
  if (n === 0) return {ondergrens: 0, bovengrens: 1};
  const share = x / n;
  const z = zOf(confidence);
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {
    ondergrens: x === 0 ? 0 : Math.max(0, centre - half),
    bovengrens: x === n ? 1 : Math.min(1, centre + half),
  };
}
