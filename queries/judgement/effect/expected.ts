import {at} from '../../statistics/at.ts';
import {known, type Panel} from './panel.ts';
import type {Plan} from './plan.ts';

/** Counts and what they are held against, units × periods; NaN where a plan does not look. */
export interface Cells {
  aantallen: readonly (readonly number[])[];
  noemers: readonly (readonly number[])[];
}

/** Observed and expected events, one per comparison of the plan. */
export interface Verwachting {
  waargenomen: number[];
  verwacht: number[];
}

/** The published figures as plain numbers. */
export function publishedCells({eenheden}: Panel): Cells {
  const numbers = (values: readonly (number | null)[]): number[] =>
    values.map((value) => value ?? Number.NaN);
  return {
    aantallen: eenheden.map(({aantallen}) => numbers(aantallen)),
    noemers: eenheden.map(({noemers}) => numbers(noemers)),
  };
}

/**
 * E = y(T,B) · [y(C,t)/p(C,t)] / [y(C,B)/p(C,B)] · p(T,t)/p(T,B): what the team would have had if its
 * rate had changed as that of the units C that had not started yet.
 */
export function expectedOf(
  {aantallen, noemers}: Cells,
  {basis, vergelijkingen}: Plan,
): Verwachting {
  const baseOf = (rows: Cells['aantallen']): number[] =>
    rows.map((row) => basis.reduce((total, t) => total + at(row, t), 0));
  const [countBase, denominatorBase] = [baseOf(aantallen), baseOf(noemers)];
  const waargenomen: number[] = [];
  const verwacht: number[] = [];
  for (const {eenheid, periode, anderen} of vergelijkingen) {
    let [count, denominator, before, denominatorBefore] = [0, 0, 0, 0];
    for (const other of anderen) {
      count += at(at(aantallen, other), periode);
      denominator += at(at(noemers, other), periode);
      before += at(countBase, other);
      denominatorBefore += at(denominatorBase, other);
    }
    const change = count / denominator / (before / denominatorBefore);
    const size = at(at(noemers, eenheid), periode) / at(denominatorBase, eenheid);
    waargenomen.push(at(at(aantallen, eenheid), periode));
    verwacht.push(at(countBase, eenheid) * change * size);
  }
  return {waargenomen, verwacht};
}

/** ΣO/ΣE − 1 over the comparisons that `keep` holds; null without any, or with nothing expected. */
export function effectOf(
  {waargenomen, verwacht}: Verwachting,
  keep: (comparison: number) => boolean = () => true,
): number | null {
  let [observed, expected] = [0, 0];
  for (const [index, count] of waargenomen.entries()) {
    if (!keep(index)) continue;
    observed += count;
    expected += at(verwacht, index);
  }
  return expected > 0 && Number.isFinite(expected) ? observed / expected - 1 : null;
}

/** Sum of the cells of a unit over these periods. */
export function totalOf(values: readonly (number | null)[], periods: readonly number[]): number {
  return periods.reduce((total, t) => total + known(values, t), 0);
}
