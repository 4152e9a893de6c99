import {begrotingBrug} from './begroting-brug.ts';
import type {Chart} from './chart.ts';
import type {FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {lastenPerMaand} from './lasten-per-maand.ts';
import {standPerPost} from './stand-per-post.ts';
import {verschilPerGebied} from './verschil-per-gebied.ts';
import {verschilVerklaard} from './verschil-verklaard.ts';
import {wijkbudgetVerdeling} from './wijkbudget-verdeling.ts';

/** Every chart about money by the name in its address. */
export const FINANCE_CHARTS = {
  'begroting-brug': begrotingBrug,
  'stand-per-post': standPerPost,
  'lasten-per-maand': lastenPerMaand,
  'verschil-verklaard': verschilVerklaard,
  'verschil-per-gebied': verschilPerGebied,
  'wijkbudget-verdeling': wijkbudgetVerdeling,
} as const satisfies Record<
  string,
  (data: FinanceChartData, options: FinanceChartOptions) => Chart
>;

export type FinanceChartName = keyof typeof FINANCE_CHARTS;

/** The names of all charts about money. */
export const FINANCE_CHART_NAMES = [
  'begroting-brug',
  'stand-per-post',
  'lasten-per-maand',
  'verschil-verklaard',
  'verschil-per-gebied',
  'wijkbudget-verdeling',
] as const satisfies readonly FinanceChartName[];
