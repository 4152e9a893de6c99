import type {Gebied} from '../../queries/contract/area.ts';
import type {Effectantwoord} from '../../queries/contract/effect.ts';
import type {
  Cijfer,
  CijferAntwoord,
  CijferVraag,
  Maten,
  Overlevingscurve,
  OverlevingVraag,
} from '../../queries/contract/figure.ts';
import type {GemeenteFinancien} from '../../queries/contract/finance.ts';
import type {Beleid} from '../../queries/contract/goal.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Bereik, Manifest} from '../../queries/contract/publication.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {IndicatorOnbekend} from '../../queries/errors.ts';
import {INDICATOREN} from './publication-catalogue.ts';
import {GEBIEDEN} from './publication-areas.ts';
import {FINANCIEN} from './publication-finance.ts';
import {BELEID} from './publication-policy.ts';

// A small honest publication in memory: two gemeenten, hidden cells, an incomplete last period.

export interface FakePublication {
  readonly manifest: Manifest;
  readonly gebieden: readonly Gebied[];
  readonly indicatoren: readonly Indicator[];
  readonly gebeurtenissen: {
    datum: string;
    datum_tot: string | null;
    gebied: string | null;
    omschrijving: string;
  }[];
  readonly nulmetingen: readonly Nulmeting[];
  readonly bereiken: readonly Bereik[];
  readonly beleid: Beleid;
  readonly effecten: readonly Effectantwoord[];
  readonly financien: readonly GemeenteFinancien[];
  closed: boolean;
  asked: number;
  cijfers: (vraag: CijferVraag) => Promise<CijferAntwoord>;
  overleving: (vraag: OverlevingVraag) => Promise<Overlevingscurve[]>;
  close(): void;
}

/** A publication with this id; every figure follows from the question alone. */
export function fakePublication(id = '2022-11-a'): FakePublication {
  const publication: FakePublication = {
    manifest: manifest(id),
    gebieden: GEBIEDEN,
    indicatoren: INDICATOREN,
    gebeurtenissen: [
      {datum: '2020-03-16', datum_tot: '2020-06-01', gebied: null, omschrijving: 'Eerste lockdown'},
    ],
    nulmetingen: INDICATOREN.flatMap((indicator) =>
      GEBIEDEN.filter((gebied) => gebied.startdatum !== null).map((gebied) =>
        baseline(id, indicator, gebied),
      ),
    ),
    bereiken: INDICATOREN.flatMap(({id: indicator}) =>
      ['0400', '0453'].map((gemeente) => ({
        indicator,
        gemeente,
        van: '2018-01-01',
        tot: '2022-11-15',
      })),
    ),
    beleid: BELEID,
    effecten: [],
    financien: FINANCIEN,
    closed: false,
    asked: 0,
    cijfers(vraag) {
      publication.asked += 1;
      if (publication.closed) return Promise.reject(new Error('asked after close'));
      return Promise.resolve(answer(id, vraag));
    },
    overleving(vraag) {
      return Promise.resolve(curves(vraag));
    },
    close() {
      publication.closed = true;
    },
  };
  return publication;
}

/** A curve that halves in the time of the indicator; an area without figures has none. */
function curves(vraag: OverlevingVraag): Overlevingscurve[] {
  const indicator = INDICATOREN.find(({id}) => id === vraag.indicator);
  if (indicator?.vorm !== 'duur') return [];
  return GEBIEDEN.filter(
    ({gemeente, niveau, code}) =>
      gemeente === vraag.gemeente &&
      niveau === vraag.niveau &&
      code === (vraag.gebied ?? code) &&
      code !== 'WK040001',
  ).flatMap(({code, niveau}) =>
    ['nulmeting', '2021', '2021-K4', '2022-K1', '2022-K2'].map((periode) => ({
      gebied: code,
      niveau,
      periode,
      punten: [30, 61, 91, 122, 183, 274, 365].map((dag) => ({
        dag,
        open: Math.round(95 * 0.5 ** (dag / (100 + 60 * chance(`${code} ${periode}`)))),
      })),
    })),
  );
}

function answer(publicatie: string, vraag: CijferVraag): CijferAntwoord {
  const indicator = INDICATOREN.find((candidate) => candidate.id === vraag.indicator);
  if (!indicator) throw new IndicatorOnbekend(vraag.indicator);
  const areas = GEBIEDEN.filter(
    (area) => area.gemeente === vraag.gemeente && area.niveau === vraag.niveau,
  ).filter((area) => area.code === (vraag.gebied ?? area.code));
  const cells = crossed(indicator, vraag);
  const cijfers = areas.flatMap((area) =>
    periods(vraag).flatMap((periode) =>
      cells.map((dimensies) => figure(indicator, {area, periode, dimensies})),
    ),
  );
  return {publicatie, indicator: indicator.id, filters: vraag.filters, cijfers};
}

function crossed(indicator: Indicator, vraag: CijferVraag): Record<string, string>[] {
  return vraag.uitsplitsen.reduce<Record<string, string>[]>(
    (cells, name) => {
      const nodes = indicator.uitsplitsingen.find(({id}) => id === name)!.knopen;
      return cells.flatMap((cell) => nodes.map((node) => ({...cell, [name]: node.id})));
    },
    [{...vraag.filters}],
  );
}

/** All periods from 2018 up to November 2022, in which the last is not complete. */
export function periods({
  periodesoort,
  van,
  tot,
}: Pick<CijferVraag, 'periodesoort' | 'van' | 'tot'>) {
  const years = [2018, 2019, 2020, 2021, 2022];
  const all = {
    jaar: years.map(String),
    halfjaar: years.flatMap((year) => [`${year}-H1`, `${year}-H2`]),
    kwartaal: years.flatMap((year) => [1, 2, 3, 4].map((part) => `${year}-K${part}`)),
    maand: years
      .flatMap((year) =>
        [...Array(12).keys()].map((m) => `${year}-${String(m + 1).padStart(2, '0')}`),
      )
      .slice(0, -1),
  }[periodesoort];
  return all.filter((periode) => periode >= (van ?? '') && periode <= (tot ?? '9'));
}

const INCOMPLETE = ['2022', '2022-H2', '2022-K4', '2022-11'];

interface Place {
  area: Gebied;
  periode: string;
  dimensies: Record<string, string>;
}

function figure(indicator: Indicator, place: Place): Cijfer {
  const {area, periode, dimensies} = place;
  const maten = measures(indicator, place);
  return {gebied: area.code, niveau: area.niveau, periode, dimensies, ...maten};
}

function measures(indicator: Indicator, {area, periode, dimensies}: Place): Maten {
  const none = {
    methode: 'byar',
    waarde: null,
    ondergrens: null,
    bovengrens: null,
    teller: null,
    noemer: null,
    aantal: null,
    dekking: null,
    p80: null,
    boven_norm: null,
    voorlopig: false,
  };
  if (INCOMPLETE.includes(periode)) return {...none, status: 'onvolledig'};
  const luck = chance(`${indicator.id} ${area.code} ${periode} ${JSON.stringify(dimensies)}`);
  const place = chance(`${indicator.id} ${area.code}`);
  if (area.niveau === 'wijk' && (place < 0.08 || (place < 0.3 && luck < 0.35))) {
    return {...none, status: 'te_klein'};
  }
  const started = area.startdatum !== null && periode >= area.startdatum.slice(0, 4);
  const level = LEVELS[indicator.id]! * (0.75 + 0.5 * place) * (started ? 0.88 : 1);
  const waarde = round(level * (0.92 + 0.16 * luck), indicator.decimalen);
  const margin = waarde * (area.niveau === 'gemeente' ? 0.05 : 0.14);
  return {
    methode: 'byar',
    waarde,
    ondergrens: round(waarde - margin, indicator.decimalen),
    bovengrens: round(waarde + margin, indicator.decimalen),
    teller: 5 * Math.round(waarde),
    noemer: area.inwoners,
    aantal: 5 * Math.round(waarde),
    status: 'ok',
    voorlopig: periode.startsWith('2022'),
    dekking: indicator.vorm === 'verhouding' ? 0.92 : null,
    p80: indicator.vorm === 'duur' ? Math.round(waarde * 1.8) : null,
    boven_norm: indicator.vorm === 'duur' ? 0.35 : null,
  };
}

const LEVELS: Readonly<Record<string, number>> = {
  verwijzingen_tweede_lijn: 21.4,
  doorlooptijd: 118,
  wachtlijst: 2.6,
  type_vragen: 31,
};

function baseline(publicatie: string, indicator: Indicator, gebied: Gebied): Nulmeting {
  return {
    ...measures(indicator, {area: gebied, periode: '2018-K1', dimensies: {}}),
    indicator: indicator.id,
    gebied: gebied.code,
    niveau: gebied.niveau,
    dimensies: indicator.hoofdcel,
    periode_van: '2018-04-01',
    periode_tot: '2019-03-31',
    versie: indicator.versie,
    publicatie,
    vastgelegd_op: '2022-11-24T04:15:00Z',
    herkomst: 'registratie',
    hash: 'a'.repeat(64),
    herzien: null,
  };
}

function manifest(id: string): Manifest {
  return {
    id,
    gemaakt_op: '2022-11-24T04:15:00Z',
    versie_code: '0.1.0',
    synthetisch: true,
    definities: INDICATOREN.map(({id: indicator, versie}) => ({
      indicator,
      versie,
      sha256: 'b'.repeat(64),
    })),
    gemeenten: [
      {code: '0400', naam: 'Den Helder', data_tot: '2022-11-15', eerste_dag: '2018-01-01'},
      {code: '0453', naam: 'Velsen', data_tot: '2022-11-15', eerste_dag: '2018-01-01'},
    ],
    leveringen: [
      {
        levering_id: 'dh-2022-11',
        gemeente: '0400',
        bron: 'wijkteamregistratie',
        soort: 'aanvulling',
        aangemaakt_op: '2022-11-16T01:00:00Z',
        periode_van: '2022-10-01',
        periode_tot: '2022-11-15',
        sha256: 'c'.repeat(64),
        gelezen: 1200,
        geladen: 1194,
        afgewezen: 6,
      },
    ],
    keuringen: [
      {
        check: 'casus_eindigt_niet_voor_start',
        uitleg: 'Een casus eindigt na de start.',
        bevindingen: 0,
      },
    ],
    cellen: 4200,
    cellen_sha256: 'd'.repeat(64),
    herzieningen: [],
    parameters: {drempel: 10},
  };
}

/** A number in [0, 1) that follows from the text (FNV-1a, mixed). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 2 ** 32;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
