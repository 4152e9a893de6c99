import {at} from './at.ts';
import {partOfRun, partOfTwoInThree, shiftEnding, trendEnding} from './spc-rules.ts';
import type {ProcessLimits} from './xmr.ts';

/** Why a point is special, the weightiest first (NHSRplotthedots): one point names one rule. */
export const SIGNAL_PRIORITY = ['outside', 'trend', 'two_in_three', 'shift'] as const;

/** A rule that a point breaks. */
export type Signal = (typeof SIGNAL_PRIORITY)[number];

/** A value on the chart with the limits that hold for it. */
export interface ChartPoint extends ProcessLimits {
  waarde: number;
}

/** How many points make a shift and a trend. */
export interface RuleLengths {
  shift: number;
  trend: number;
}

/** For each point the weightiest rule it is part of, or null. */
export function signals(
  points: readonly ChartPoint[],
  {shift, trend}: RuleLengths = {shift: 7, trend: 7},
): (Signal | null)[] {
  const sides = points.map(({waarde, gemiddelde}) => Math.sign(waarde - gemiddelde));
  const outside = points.map(({waarde, ondergrens, bovengrens}) =>
    waarde < ondergrens || waarde > bovengrens ? 1 : 0,
  );
  const close = points.map((point, i) => (at(outside, i) === 0 && isClose(point) ? 1 : 0));
  const flags: Record<Signal, number[]> = {
    outside,
    trend: partOfRun(
      trendEnding(
        points.map(({waarde}) => waarde),
        trend,
      ),
      trend,
    ),
    two_in_three: partOfTwoInThree(close, sides),
    shift: partOfRun(shiftEnding(sides, shift), shift),
  };
  return points.map((_, i) => firstSignal((signal) => at(flags[signal], i) !== 0));
}

/** The weightiest signal for which the test holds, or null. */
export function firstSignal(holds: (signal: Signal) => boolean): Signal | null {
  return SIGNAL_PRIORITY.find(holds) ?? null;
}

/** In the outer third between the centre and a limit. */
function isClose({waarde, zone_onder, zone_boven}: ChartPoint): boolean {
  return waarde > zone_boven || waarde < zone_onder;
}

/** Whether the process can be trusted to reach a target, whatever chance does. */
export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/** Compares the target with the last limits; `increase` means higher is better. */
export function assurance(
  {ondergrens, bovengrens}: {ondergrens: number; bovengrens: number},
  target: number,
  direction: 'increase' | 'decrease',
): Assurance {
  const rising = direction === 'increase';
  if (target > bovengrens) return rising ? 'consistent_fail' : 'consistent_pass';
  if (target < ondergrens) return rising ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
