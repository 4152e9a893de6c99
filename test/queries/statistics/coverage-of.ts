import type {Interval} from '../../../queries/statistics/interval.ts';
import {randomSource, type RandomSource} from '../../../queries/statistics/random.ts';

/**
 * Share of seeded worlds in which the interval holds the truth. A world gives both; one without an
 * interval counts as a miss.
 */
export function coverageOf(
  worlds: number,
  seed: number,
  world: (random: RandomSource) => {truth: number; interval: Interval | null},
): number {
  const random = randomSource(seed);
  let held = 0;
  for (let run = 0; run < worlds; run += 1) {
    const {truth, interval} = world(random);
    if (interval === null) continue;
    if (interval.ondergrens <= truth && truth <= interval.bovengrens) held += 1;
  }
  return held / worlds;
}
