import type {Interval} from './interval.ts';
import {normalCdf, normalQuantile, zOf} from './normal.ts';
import type {SurvivalStep} from './survival.ts';

/** A scale on which the limits of a survival curve are symmetric. */
export type Scale = 'linear' | 'log' | 'loglog' | 'asinsqrt' | 'logit' | 'probit';

interface Transform {
  there: (s: number) => number;
  back: (y: number) => number;
  /** Size of the derivative at s, always positive. */
  slope: (s: number) => number;
}

/** Each rises with s. */
const SCALES: Record<Scale, Transform> = {
  linear: {there: (s) => s, back: (y) => y, slope: () => 1},
  log: {there: Math.log, back: Math.exp, slope: (s) => 1 / s},
  loglog: {
    there: (s) => -Math.log(-Math.log(s)),
    back: (y) => Math.exp(-Math.exp(-y)),
    slope: (s) => -1 / (s * Math.log(s)),
  },
  asinsqrt: {
    there: (s) => Math.asin(Math.sqrt(s)),
    back: (y) => Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2,
    slope: (s) => 1 / (2 * Math.sqrt(s * (1 - s))),
  },
  logit: {
    there: (s) => Math.log(s / (1 - s)),
    back: (y) => 1 / (1 + Math.exp(-y)),
    slope: (s) => 1 / (s * (1 - s)),
  },
  probit: {
    there: normalQuantile,
    back: normalCdf,
    slope: (s) => Math.sqrt(2 * Math.PI) * Math.exp(normalQuantile(s) ** 2 / 2),
  },
};

/** Greenwood's standard error of the share still open; null when none are (it has none). */
export function standardError(step: SurvivalStep): number | null {
  return step.open > 0 ? step.open * Math.sqrt(step.greenwood) : null;
}

/** Pointwise limits of the share still open at a step, within 0 and 1; null when none are open. */
export function survivalLimits(
  step: SurvivalStep,
  {confidence = 0.95, scale = 'loglog'}: {confidence?: number; scale?: Scale} = {},
): Interval | null {
  const error = standardError(step);
  if (error === null) return null;
  if (step.open >= 1) return {ondergrens: 1, bovengrens: 1};
  const {there, back, slope} = SCALES[scale];
  const half = zOf(confidence) * error * slope(step.open);
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    ondergrens: clip(back(there(step.open) - half)),
    bovengrens: clip(back(there(step.open) + half)),
  };
}

/**
 * The day on which the share ended reaches `share`: the first with S ≤ 1 − share, and the days
 * between which it can lie (Brookmeyer & Crowley 1982, by default on the log-log scale). Null where
 * the curve does not get there.
 */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  share: number,
  {confidence = 0.95, scale = 'loglog'}: {confidence?: number; scale?: Scale} = {},
): {waarde: number | null; ondergrens: number | null; bovengrens: number | null} {
  const target = 1 - share;
  const {there, slope} = SCALES[scale];
  const z = zOf(confidence);
  const distance = (step: SurvivalStep): number => {
    const error = standardError(step);
    if (error === null || step.open >= 1) return step.open >= 1 ? Infinity : -Infinity;
    return (there(step.open) - there(target)) / (slope(step.open) * error);
  };
  const firstDay = (test: (step: SurvivalStep) => boolean): number | null =>
    steps.find(test)?.dag ?? null;
  return {
    waarde: firstDay(({open}) => open <= target + 1e-12),
    ondergrens: firstDay((step) => distance(step) <= z),
    bovengrens: firstDay((step) => distance(step) < -z),
  };
}
