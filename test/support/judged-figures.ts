import type {Gebied} from '../../queries/contract/area.ts';
import type {Cijfer, Maten} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {withheld} from '../../queries/cube/protect.ts';
import type {JudgeQuestion} from '../../queries/judgement/verdict.ts';

const EMPTY: Maten = withheld('ok', 'byar');

// What a verdict needs, with figures that a test chooses.

export const INDICATOR: Indicator = {
  id: 'verwijzingen_tweede_lijn',
  titel: 'Verwijzingen',
  vraag: 'Hoe vaak?',
  vorm: 'verhouding',
  eenheid: 'per 1.000 inwoners',
  decimalen: 1,
  teller: '',
  noemer: '',
  richting: 'lager',
  delta: 0.1,
  norm: null,
  periodesoorten: ['jaar'],
  uitsplitsingen: [],
  hoofdcel: {},
  zonder_totaal: [],
  nulmeting: '12_maanden_voor_start',
  thema: '',
  doel: [],
  bron: '',
  auteur: '',
  gecontroleerd_door: '',
  versie: '1',
  geldig_vanaf: '2012-01-01',
  herzien_voor: '2028-01-01',
  netto: null,
  niveaus: ['gemeente', 'team', 'wijk'],
  verwacht_maanden: 12,
  wat_meten_we: '',
  wat_zegt_dit_niet: '',
  rekenvoorbeeld: '',
  sql: '',
};

export const GEBIED: Gebied = {
  code: 'T1',
  naam: 'Centrum',
  niveau: 'team',
  gemeente: 'GM0400',
  ouder: 'GM0400',
  sorteersleutel: 'centrum',
  inwoners: 15_000,
  startdatum: '2020-11-01',
  fasen: [],
  tegel: null,
};

/** Value with its bounds; null is a bound that could not be reached. */
export type Bounds = readonly [number, number, number | null];

const boundsOf = ([waarde, ondergrens, bovengrens]: Bounds) => ({waarde, ondergrens, bovengrens});

/** A figure of the area in a period. */
export function figure(bounds: Bounds | null, over: Partial<Cijfer> = {}): Cijfer {
  return {
    ...EMPTY,
    gebied: 'T1',
    niveau: 'team',
    periode: '2022',
    dimensies: {},
    ...(bounds === null ? {} : boundsOf(bounds)),
    ...over,
  };
}

/** Its 0-meting. */
export function baseline(bounds: Bounds | null, over: Partial<Nulmeting> = {}): Nulmeting {
  return {
    ...EMPTY,
    indicator: INDICATOR.id,
    gebied: 'T1',
    niveau: 'team',
    dimensies: {},
    periode_van: '2019-11-01',
    periode_tot: '2020-10-31',
    versie: '1',
    publicatie: 'p',
    vastgelegd_op: '',
    herkomst: 'registratie',
    hash: 'x',
    herzien: null,
    ...(bounds === null ? {} : boundsOf(bounds)),
    ...over,
  };
}

/** A count per 1.000 of a population, as it is published. */
export function counted(teller: number, noemer = 15_000): Partial<Maten> {
  return {teller, noemer, waarde: (1000 * teller) / noemer};
}

/** A question to judge, against the 0-meting unless it says otherwise. */
export function question(over: Partial<JudgeQuestion> = {}): JudgeQuestion {
  return {
    vergelijking: 'nulmeting',
    indicator: INDICATOR,
    gebied: GEBIED,
    cijfer: figure([10, 9.5, 10.5]),
    nulmeting: baseline([15, 14.5, 15.5]),
    gemeenteCijfer: null,
    gemeenteNulmeting: null,
    gevonden: null,
    gebeurtenissen: [],
    bereik: {indicator: INDICATOR.id, gemeente: 'GM0400', van: '2018-01-01', tot: '2022-12-31'},
    leeftijden: [],
    streefwaarden: [],
    elders: [],
    ...over,
  };
}
