import type {Periodesoort} from '../../contract/figure.ts';

/** A period of the grid as months since the year 0: first and last month, both in it. */
export interface Span {
  periode: string;
  eerste: number;
  laatste: number;
}

/** Kinds of periods that an effect is estimated on: short enough to follow a start. */
export type Stap = Extract<Periodesoort, 'kwartaal' | 'halfjaar'>;

/** Months in a step. */
export const MONTHS_IN: Readonly<Record<Stap, number>> = {kwartaal: 3, halfjaar: 6};

/** Reads 2021-K1 or 2021-H1. */
export function spanOf(periode: string, stap: Stap): Span {
  const months = MONTHS_IN[stap];
  const part = Number(periode.slice(6));
  const eerste = Number(periode.slice(0, 4)) * 12 + (part - 1) * months;
  return {periode, eerste, laatste: eerste + months - 1};
}

/** The month that a day (ISO) lies in. */
export function monthOf(dag: string): number {
  return Number(dag.slice(0, 4)) * 12 + Number(dag.slice(5, 7)) - 1;
}

/** The first month that lies wholly on or after a day. */
export function firstWholeMonth(dag: string): number {
  return monthOf(dag) + (dag.endsWith('-01') ? 0 : 1);
}

/** The last month that lies wholly on or before a day, the last of its month or not. */
export function lastWholeMonth(dag: string): number {
  const month = monthOf(dag);
  const [year, index] = [Math.floor(month / 12), month % 12];
  const days = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  return Number(dag.slice(8, 10)) === days ? month : month - 1;
}

/** First day (ISO) of a month. */
export function firstDayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
