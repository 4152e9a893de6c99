import {at} from './at.ts';
import {mean} from './sum.ts';

/** How rare the observed statistic is among all assignments that could have been. */
export interface RandomisationTest {
  waargenomen: number;
  /** Assignments with a statistic at least as high, as low, or as far from 0. */
  hoger: number;
  lager: number;
  even_ver: number;
  /** Number of assignments, the real one among them. */
  aantal: number;
  p_hoger: number;
  p_lager: number;
  p_tweezijdig: number;
}

/**
 * Randomisation inference (Fisher 1935): the observed statistic among those of every assignment.
 * `statistics` holds the statistic under each, the real one included. Null without assignments.
 */
export function randomisationTest(
  observed: number,
  statistics: readonly number[],
): RandomisationTest | null {
  const aantal = statistics.length;
  if (aantal === 0) return null;
  const slack = 1e-9 * Math.max(1, Math.abs(observed));
  const count = (test: (value: number) => boolean): number => statistics.filter(test).length;
  const hoger = count((value) => value >= observed - slack);
  const lager = count((value) => value <= observed + slack);
  const even_ver = count((value) => Math.abs(value) >= Math.abs(observed) - slack);
  return {
    waargenomen: observed,
    hoger,
    lager,
    even_ver,
    aantal,
    p_hoger: hoger / aantal,
    p_lager: lager / aantal,
    p_tweezijdig: even_ver / aantal,
  };
}

/** Mean of the treated minus mean of the others; null when one side is empty. */
export function meanDifference(y: readonly number[], treated: readonly boolean[]): number | null {
  const high = mean(y.filter((_, i) => at(treated, i)));
  const low = mean(y.filter((_, i) => !at(treated, i)));
  return high === null || low === null ? null : high - low;
}

/** Every way to treat `count` of n units, in a fixed order. */
export function* assignments(n: number, count: number): Generator<boolean[]> {
  if (count < 0 || count > n) return;
  if (n === 0) {
    yield [];
    return;
  }
  for (const rest of assignments(n - 1, count - 1)) yield [true, ...rest];
  for (const rest of assignments(n - 1, count)) yield [false, ...rest];
}

/** Every order of the values, the given one first: 24 for four teams. */
export function* orders<T>(values: readonly T[]): Generator<T[]> {
  if (values.length === 0) {
    yield [];
    return;
  }
  for (const [i, value] of values.entries()) {
    for (const rest of orders(values.toSpliced(i, 1))) yield [value, ...rest];
  }
}
