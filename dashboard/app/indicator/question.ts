import {
  NIVEAUS,
  PERIODESOORTEN,
  type Niveau,
  type Periodesoort,
} from '../../../queries/contract/figure.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {unitAndCell} from '../../charts/cell-text.ts';
import {apiAddress} from '../api/fetch-answer.ts';

/** What is looked at on the Indicator page; all of it stands in the address. */
export interface Vraag {
  indicator: string;
  gemeente: string;
  publicatie: string | null;
  niveau: Niveau;
  periodesoort: Periodesoort;
  /** The area that stands out, or null. */
  gebied: string | null;
  /** The dimension to split by, or null. */
  uitsplitsen: string | null;
  /** Dimension → node, as chosen; without the main cell. */
  keuzes: Readonly<Record<string, string>>;
}

/** Reads the address. What the indicator does not know falls back to the normal choice. */
export function readVraag(
  query: URLSearchParams,
  {indicator, gemeente}: {indicator: Indicator; gemeente: string},
): Vraag {
  const {periodesoorten, niveaus, uitsplitsingen} = indicator;
  const split = uitsplitsingen.find(({id}) => id === query.get('uitsplitsen'))?.id ?? null;
  const keuzes = uitsplitsingen.flatMap(({id, knopen}) => {
    const knoop = knopen.find((one) => one.id === query.get(id));
    return knoop && id !== split ? [[id, knoop.id] as const] : [];
  });
  return {
    indicator: indicator.id,
    gemeente,
    publicatie: query.get('publicatie'),
    niveau:
      niveaus.find((one) => one === query.get('niveau')) ??
      NIVEAUS.findLast((one) => niveaus.includes(one)) ??
      'gemeente',
    periodesoort:
      PERIODESOORTEN.find(
        (one) => one === query.get('periodesoort') && periodesoorten.includes(one),
      ) ?? usualPeriod(periodesoorten, split !== null),
    gebied: query.get('gebied'),
    uitsplitsen: split,
    keuzes: Object.fromEntries(keuzes),
  };
}

/** A quarter shows most; split figures are small, and over a year fewer of them are withheld. */
function usualPeriod(periodesoorten: readonly Periodesoort[], isSplit: boolean): Periodesoort {
  const order: Periodesoort[] = isSplit
    ? ['jaar', 'halfjaar', 'kwartaal', 'maand']
    : ['kwartaal', 'halfjaar', 'jaar', 'maand'];
  return order.find((one) => periodesoorten.includes(one)) ?? 'jaar';
}

/** The cell that is shown, as the charts choose it: the main cell where nothing is chosen. */
export function chosenCell({hoofdcel}: Indicator, {keuzes, uitsplitsen}: Vraag) {
  const isPlain = Object.keys(keuzes).length === 0;
  const own = Object.entries(hoofdcel).filter(
    ([name, node]) => name !== uitsplitsen && (node === 'standaard' || isPlain),
  );
  return {...Object.fromEntries(own), ...keuzes};
}

/** The address of the figures on screen, also for a download. */
export function figuresAddress(
  indicator: Indicator,
  vraag: Vraag,
  more: Readonly<Record<string, string | null>> = {},
): string {
  const {niveau, periodesoort, gemeente, publicatie} = vraag;
  return apiAddress('/cijfers', {
    indicator: indicator.id,
    gemeente,
    niveau,
    periodesoort,
    publicatie,
    ...chosenCell(indicator, {...vraag, uitsplitsen: more['uitsplitsen'] ?? null}),
    ...more,
  });
}

/** The question of a chart: as the figures, with the area that stands out. */
export function chartQuestion(vraag: Vraag): Record<string, string | null> {
  const {indicator, gemeente, niveau, periodesoort, publicatie, gebied, keuzes} = vraag;
  return {indicator, gemeente, niveau, periodesoort, publicatie, gebied, ...keuzes};
}

const PER_PERIOD = {
  maand: 'per maand',
  kwartaal: 'per kwartaal',
  halfjaar: 'per halfjaar',
  jaar: 'per jaar',
} as const;

const PER_AREA = {gemeente: 'de gemeente', team: 'per team', wijk: 'per wijk'} as const;

/** Where, what and per what, for under the title of a chart or table. */
export function subtitle(indicator: Indicator, vraag: Vraag, periode: string | null): string {
  const what = unitAndCell(indicator, chosenCell(indicator, vraag));
  const when = periode ?? PER_PERIOD[vraag.periodesoort];
  return [what, PER_AREA[vraag.niveau], when].join(' · ');
}
