import {xmrLimits, type ProcessLimits} from './xmr.ts';

/** Makes exponential gaps nearly normal (Nelson 1994). */
const POWER = 3.6;

/**
 * Limits for days between rare events: XmR on the gaps to the power 1/3.6, turned back. Short gaps
 * fall below the lower limit when events crowd. Null with fewer than two gaps.
 */
export function tChartLimits(gaps: readonly number[]): ProcessLimits | null {
  const limits = xmrLimits(
    gaps.map((gap) => gap ** (1 / POWER)),
    {screen: false},
  );
  if (limits === null) return null;
  const back = (value: number): number => Math.max(0, value) ** POWER;
  return {
    gemiddelde: back(limits.gemiddelde),
    ondergrens: back(limits.ondergrens),
    bovengrens: back(limits.bovengrens),
    zone_onder: back(limits.zone_onder),
    zone_boven: back(limits.zone_boven),
  };
}
