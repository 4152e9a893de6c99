import {effectPerHalfjaar} from './effect-per-halfjaar.ts';
import type {EffectChartData, EffectChartOptions} from './effect-chart.ts';
import type {Chart} from './chart.ts';
import {waargenomenVerwacht} from './waargenomen-verwacht.ts';

/** Every chart of an effect by the name in its address. */
export const EFFECT_CHARTS = {
  'waargenomen-verwacht': waargenomenVerwacht,
  'effect-per-halfjaar': effectPerHalfjaar,
} as const satisfies Record<string, (data: EffectChartData, options: EffectChartOptions) => Chart>;

export type EffectChartName = keyof typeof EFFECT_CHARTS;

/** The names of all charts of an effect. */
export const EFFECT_CHART_NAMES = [
  'waargenomen-verwacht',
  'effect-per-halfjaar',
] as const satisfies readonly EffectChartName[];
