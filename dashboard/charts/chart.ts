import type {TopLevelSpec} from 'vega-lite';
import type {Gebeurtenis, Gebied} from '../../queries/contract/area.ts';
import type {
  Cijfer,
  Niveau,
  Overlevingscurve,
  Periodesoort,
} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Signaalkaart} from '../../queries/contract/signal.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';

/** What a chart is drawn from; protected figures only. */
export interface ChartData {
  indicator: Indicator;
  gemeente: Gebied;
  niveau: Niveau;
  periodesoort: Periodesoort;
  /** Areas of the level, in the order of their sorteersleutel. */
  gebieden: readonly Gebied[];
  /** The cell that is drawn, e.g. `{meervoudig: 'ja'}`; the heading names it. */
  cel: Readonly<Record<string, string>>;
  /** One cell per area and period. */
  cijfers: readonly Cijfer[];
  /** The same cell of the gemeente, per period. */
  gemeenteCijfers: readonly Cijfer[];
  /** Baselines of this indicator and cell, of every level. */
  nulmetingen: readonly Nulmeting[];
  gebeurtenissen: readonly Gebeurtenis[];
  /** Survival curves of a duration, of the level and of the gemeente; empty when it is split. */
  curven: readonly Overlevingscurve[];
  /** Of the area that stands out (else the gemeente); null when there are no limits, or not asked. */
  signaalkaart: Signaalkaart | null;
}

/** How it is asked for. */
export interface ChartOptions {
  /** Width of the whole picture in CSS pixels. */
  breedte: number;
  /** Code of the area that stands out, or null. */
  gebied: string | null;
  /** The period of charts that show one; null is the last complete one. */
  periode: string | null;
  /** Whether title and unit are part of the picture. A page with its own caption leaves them out. */
  kop: boolean;
  /** Adds what answers to a pointer; the SVG of the server does without. */
  interactief: boolean;
}

/** A chart with its words. The page puts a table with the same figures beside it. */
export interface Chart {
  titel: string;
  /** One Dutch sentence or two that say what can be seen. */
  omschrijving: string;
  spec: TopLevelSpec;
}

/** The cells of one area, in order of time. */
export function figuresOf(cijfers: readonly Cijfer[], gebied: string): Cijfer[] {
  return cijfers
    .filter((cijfer) => cijfer.gebied === gebied)
    .toSorted((a, b) => (a.periode < b.periode ? -1 : 1));
}

/** All periods that occur, in order of time. */
export function periodsOf(cijfers: readonly Cijfer[]): string[] {
  return [...new Set(cijfers.map(({periode}) => periode))].toSorted();
}

/** The last period that the data cover, or the last one if none is. */
export function lastComplete(cijfers: readonly Cijfer[]): string {
  const periods = periodsOf(cijfers);
  const complete = new Set(
    cijfers.filter(({status}) => status !== 'onvolledig').map(({periode}) => periode),
  );
  return periods.findLast((periode) => complete.has(periode)) ?? periods.at(-1) ?? '';
}

/** The last complete period of which most figures are definitive; else the last complete one. */
export function lastDefinitive(cijfers: readonly Cijfer[]): string {
  const known = cijfers.filter(({status}) => status === 'ok');
  const definitive = periodsOf(known).findLast((periode) => {
    const own = known.filter((cijfer) => cijfer.periode === periode);
    return own.filter(({voorlopig}) => !voorlopig).length > own.length / 2;
  });
  return definitive ?? lastComplete(cijfers);
}
