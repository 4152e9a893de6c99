import {at} from './at.ts';
import type {Interval} from './interval.ts';
import {quantile} from './quantile.ts';
import {randomSource, type RandomSource} from './random.ts';

/** How often and from which seed: the same seed gives the same interval. */
export interface BootstrapOptions {
  seed: number;
  replicates?: number;
  confidence?: number;
}

/**
 * Percentile bootstrap (Efron 1979): `replicate` draws one world and returns its statistic, null
 * when that world has none. Null when more than one in ten worlds has none.
 */
export function bootstrapInterval(
  replicate: (random: RandomSource) => number | null,
  {seed, replicates = 999, confidence = 0.95}: BootstrapOptions,
): Interval | null {
  const random = randomSource(seed);
  const found = Array.from({length: replicates}, () => replicate(random)).filter(
    (value) => value !== null,
  );
  if (found.length < 0.9 * replicates) return null;
  const tail = (1 - confidence) / 2;
  const [ondergrens, bovengrens] = [quantile(found, tail), quantile(found, 1 - tail)];
  return ondergrens === null || bovengrens === null ? null : {ondergrens, bovengrens};
}

/** A sample of the same size, drawn with replacement. */
export function resample<T>(values: readonly T[], random: RandomSource): T[] {
  return values.map(() => at(values, Math.floor(random() * values.length)));
}
