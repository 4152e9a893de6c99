import {at} from './at.ts';

/** 1 above the centre, −1 below, 0 on it. */
export type Side = number;

/** 1 where `length` points in a row, ending here, lie on one side of the centre; else 0. */
export function shiftEnding(sides: readonly Side[], length = 7): number[] {
  return sides.map((side, i) => {
    if (side === 0 || i + 1 < length) return 0;
    return sides.slice(i + 1 - length, i + 1).every((one) => one === side) ? 1 : 0;
  });
}

/** 1 where `length` points in a row, ending here, each rise; −1 where each falls; else 0. */
export function trendEnding(values: readonly number[], length = 7): number[] {
  return values.map((_, i) => {
    if (i + 1 < length) return 0;
    const run = values.slice(i + 1 - length, i + 1);
    const steps = run.slice(1).map((value, k) => Math.sign(value - at(run, k)));
    const first = steps[0] ?? 0;
    return first !== 0 && steps.every((step) => step === first) ? first : 0;
  });
}

/** 1 for each of the points of a run whose end was flagged by a rule of `length` points. */
export function partOfRun(ends: readonly number[], length = 7): number[] {
  return ends.map((_, i) => (ends.slice(i, i + length).some((end) => end !== 0) ? 1 : 0));
}

/** 1 where the point is in three neighbours on one side, two of which are near a limit. */
export function twoInThree(close: readonly number[], sides: readonly Side[]): number[] {
  const holds = (from: number): boolean => {
    if (from < 0 || from + 3 > close.length) return false;
    const near = close.slice(from, from + 3).filter((one) => one !== 0).length;
    const side = at(sides, from);
    return near >= 2 && side !== 0 && sides.slice(from, from + 3).every((one) => one === side);
  };
  return close.map((_, i) => ([i - 2, i - 1, i].some(holds) ? 1 : 0));
}

/** Of those, only the points that are near the limit themselves. */
export function partOfTwoInThree(close: readonly number[], sides: readonly Side[]): number[] {
  return twoInThree(close, sides).map((flag, i) => (flag === 1 && at(close, i) !== 0 ? 1 : 0));
}
