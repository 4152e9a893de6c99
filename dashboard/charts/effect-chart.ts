import type {Effectantwoord, Effectschatting} from '../../queries/contract/effect.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {ChartOptions} from './chart.ts';
import {formatNumber} from './figure-text.ts';
import {periodTitle} from './period.ts';

/** What a chart of an effect is drawn from; protected figures only. */
export interface EffectChartData {
  indicator: Indicator;
  /** Name of the gemeente. */
  gemeente: string;
  effect: Effectantwoord;
}

/** How it is asked for. */
export type EffectChartOptions = Pick<ChartOptions, 'breedte' | 'kop'>;

/** A share as a whole percentage with its sign: −15% or +4%. */
export function signedPercent(share: number): string {
  const text = formatNumber(Math.abs(100 * share), 0);
  if (text === '0') return '0%';
  return `${share < 0 ? '−' : '+'}${text}%`;
}

/** The interval of an effect: `−29% tot +33%`. */
export function effectRange({
  ondergrens,
  bovengrens,
}: Pick<Effectschatting, 'ondergrens' | 'bovengrens'>): string {
  return `${signedPercent(ondergrens)} tot ${signedPercent(bovengrens)}`;
}

/** What is counted per period: `aantal per kwartaal` or `aantal aan het eind van het kwartaal`. */
export function effectUnit({indicator, effect}: EffectChartData): string {
  const step = effect.periodesoort === 'halfjaar' ? 'halfjaar' : 'kwartaal';
  return indicator.vorm === 'stand' ? `aantal aan het eind van elk ${step}` : `aantal per ${step}`;
}

/** From the first to the last period that is drawn. */
export function effectSpan({teams}: EffectChartData['effect']): string {
  const periods = teams.flatMap((team) => team.perioden.map(({periode}) => periode)).toSorted();
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${periodTitle(first)} tot en met ${periodTitle(last)}`;
}
