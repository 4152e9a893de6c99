import type {Chart, ChartData, ChartOptions} from './chart.ts';
import {overleving} from './overleving.ts';
import {signalen} from './signalen.ts';
import {smallMultiples} from './small-multiples.ts';
import {tegelkaart} from './tegelkaart.ts';
import {trendPerWijk} from './trend-per-wijk.ts';
import {vergelijking} from './vergelijking.ts';

/** Every chart by the name in its address: `/grafieken/tegelkaart.svg`. */
export const CHARTS = {
  'trend-per-wijk': trendPerWijk,
  'small-multiples': smallMultiples,
  vergelijking,
  tegelkaart,
  overleving,
  signalen,
} as const satisfies Record<string, (data: ChartData, options: ChartOptions) => Chart>;

export type ChartName = keyof typeof CHARTS;

/** The names of all charts. */
export const CHART_NAMES = [
  'trend-per-wijk',
  'small-multiples',
  'vergelijking',
  'tegelkaart',
  'overleving',
  'signalen',
] as const satisfies readonly ChartName[];
