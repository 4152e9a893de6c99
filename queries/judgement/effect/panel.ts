import type {Vorm} from '../../contract/figure.ts';
import {firstWholeMonth, monthOf, type Span, type Stap} from './period.ts';

/** The forms of which an effect can be estimated: a count over a population, or a share of a count. */
export type TelbareVorm = Extract<Vorm, 'aantal' | 'stand' | 'aandeel'>;

/** A series of protected counts; null where a cell is withheld or missing. */
export interface Reeks {
  aantallen: readonly (number | null)[];
  /** What the counts are held against: person-years, inhabitants, or the denominator of a share. */
  noemers: readonly (number | null)[];
}

/** One wijk of a team, to be left out by turns. */
export interface WijkReeks extends Reeks {
  code: string;
  naam: string;
}

/** A team that is started at some time, or a comparison area outside the gemeente. */
export interface Eenheid extends Reeks {
  code: string;
  naam: string;
  /** First day of the team; null when there is none. */
  start: string | null;
  /** Of the gemeente that is judged; the others are only compared with. */
  eigen: boolean;
  /** Number of wijken behind the figures. */
  wijken: number;
  wijkreeksen: readonly WijkReeks[];
  fasen: readonly {fase: string; van: string}[];
}

/** All figures that an effect is estimated from, over the same ascending periods. */
export interface Panel {
  vorm: TelbareVorm;
  stap: Stap;
  perioden: readonly Span[];
  eenheden: readonly Eenheid[];
}

/** The period lies wholly before the start (or the unit never starts). */
export function isBefore({laatste}: Span, start: string | null): boolean {
  return start === null || laatste < monthOf(start);
}

/** The period lies wholly after the start. A period in which a team starts is neither. */
export function isAfter({eerste}: Span, start: string | null): boolean {
  return start !== null && eerste >= firstWholeMonth(start);
}

/** First start among the own teams; null when none has one. */
export function firstStart(eenheden: readonly Eenheid[]): string | null {
  const starts = eenheden.flatMap(({eigen, start}) => (eigen && start !== null ? [start] : []));
  return starts.sort()[0] ?? null;
}

/** The number of a cell; throws where there is none: callers have checked. */
export function known(values: readonly (number | null)[], index: number): number {
  const value = values[index];
  if (value === undefined || value === null) throw new RangeError(`no count at ${index}`);
  return value;
}
