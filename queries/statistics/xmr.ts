import {at} from './at.ts';
import {mean} from './sum.ts';

/** 3 / d2 with d2 = 1.128, and D4: the constants of a moving range of two (Shewhart, NHS). */
const LIMIT = 2.66;
const RANGE_LIMIT = 3.267;

/** The centre of a chart and its process limits, in the unit of the values. */
export interface ProcessLimits {
  gemiddelde: number;
  ondergrens: number;
  bovengrens: number;
  /** Where the outer third begins: two of three sigma. Own fields, as a limit may be cut at 0. */
  zone_onder: number;
  zone_boven: number;
}

/** Limits at `half` on both sides of the centre, with their outer thirds. */
export function limitsAround(gemiddelde: number, half: number): ProcessLimits {
  return {
    gemiddelde,
    ondergrens: gemiddelde - half,
    bovengrens: gemiddelde + half,
    zone_onder: gemiddelde - (2 * half) / 3,
    zone_boven: gemiddelde + (2 * half) / 3,
  };
}

/**
 * XmR limits: mean ± 2.66 × mean moving range. With `screen` a moving range of 3.267 times the mean
 * or more is left out once (NHSRplotthedots; off equals the NHS spreadsheet). Pass only the values
 * the limits are frozen on. Null with fewer than two values.
 */
export function xmrLimits(values: readonly number[], {screen = true} = {}): ProcessLimits | null {
  const gemiddelde = mean(values);
  const ranges = movingRanges(values);
  const first = mean(ranges);
  if (gemiddelde === null || first === null) return null;
  // All equal: every range is 0 and none is too long.
  const kept = ranges.filter((range) => !screen || first === 0 || range < RANGE_LIMIT * first);
  return limitsAround(gemiddelde, LIMIT * (mean(kept) ?? first));
}

/** Absolute differences of neighbours, one fewer than the values. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => Math.abs(value - at(values, i)));
}
