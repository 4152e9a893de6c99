import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {Niveau, Vorm} from '../contract/figure.ts';
import type {Lattice} from './lattice.ts';
import {readRanges, withinRanges, type DataRange} from './ranges.ts';

/** An area in a complete period, or in its 0-meting: what the SQL knows by number only. */
export interface Window {
  gemeente: string;
  niveau: Niveau;
  code: string;
  periodesoort: string;
  periode: string;
  van: string;
  tot: string;
}

/** What the cells of one indicator are counted over. */
export interface Windows {
  ranges: DataRange[];
  byNumber: ReadonlyMap<number, Window>;
}

/** Of a 0-meting the totals and single dimensions are compared with. */
const CROSSED_IN_BASELINE = 1;

/** The column that says in which month a row counts, for the forms whose rows have a date. */
const MONTH_OF: Readonly<Partial<Record<Vorm, string>>> = {
  aantal: `date_trunc('month', datum)::date as maand, *`,
  aandeel: `date_trunc('month', datum)::date as maand, *`,
  paren: `date_trunc('month', datum)::date as maand, *`,
  bedrag: `date_trunc('month', datum)::date as maand, *`,
};

/**
 * Makes the temporary tables of one indicator. Areas, clients and households are numbers in them:
 * grouping by text takes several times as long.
 *
 * - `venster`: every area in its complete periods and its 0-meting (`venster`, `plek`, `van`, `tot`,
 *   `gekruist`: how many dimensions may be crossed in it); `venster_maand`: the months of each, for
 *   a stock only the month on whose last day it is counted.
 * - `lang`: the contributions per level of area (`plek`), with `client_id` and `huishouden` as
 *   numbers, the record key `ck` and, where rows have a date, their `maand`. A stock has a row per
 *   month-end on which it was there, with that day as its `datum`.
 */
export async function prepareWindows(
  database: Database,
  definition: Definition,
  lattice: Lattice,
): Promise<Windows> {
  const ranges = await readRanges(database, definition);
  await makeWindows(database, definition, lattice);
  await makeContributions(database, definition);
  return {ranges, byNumber: await readWindows(database)};
}

async function makeWindows(
  database: Database,
  {periodesoorten, vorm, nulmeting}: Definition,
  {maxGekruist}: Lattice,
): Promise<void> {
  const kinds = periodesoorten.map((soort) => `('${soort}', ${maxGekruist[soort]})`).join(', ');
  await database.run(
    `create or replace temp table venster as
     select row_number() over () as venster, *
     from (
       select plek.plek, periode.periodesoort, periode.periode, periode.van, periode.tot,
         soort.gekruist
       from plek
       join ref.periode as periode using (gemeente_code)
       join (values ${kinds}) as soort (periodesoort, gekruist) using (periodesoort)
       join bereik using (gemeente_code)
       where periode.van >= bereik.van and periode.tot <= bereik.tot
       union all
       select plek.plek, 'nulmeting', 'nulmeting', nul.van, nul.tot, ${CROSSED_IN_BASELINE}
       from ref.nulmeting_venster as nul
       join plek using (gemeente_code, niveau, gebied_code)
       join bereik using (gemeente_code)
       where nul.regel = '${nulmeting}'
         and nul.van >= bereik.van and nul.tot <= bereik.tot
     )`,
  );
  const months =
    vorm === 'stand'
      ? 'maand.tot = venster.tot'
      : 'maand.van >= venster.van and maand.tot <= venster.tot';
  await database.run(
    `create or replace temp table venster_maand as
     select venster.venster, plek, gekruist, maand.maand
     from venster join ref.maand on ${months}`,
  );
}

async function makeContributions(database: Database, definition: Definition): Promise<void> {
  const {id, vorm, telt, gemeenteApart} = definition;
  // A respondent is nobody's client: each row is a person of its own.
  const person =
    telt === 'deelnemers'
      ? `row_number() over ()::integer as client_id, row_number() over ()::integer as huishouden,
         0::ubigint as ck`
      : 'klant.client_nr as client_id, klant.huishouden_nr as huishouden, klant.ck';
  await database.run(
    `create or replace temp table bijdrage as
     select gemeente.plek as gemeente_plek, team.plek as team_plek, wijk.plek as wijk_plek,
       ${person},
       bijdrage.client_id is not null and klant.client_nr is null as onbekend,
       bijdrage.wijk_code is null as geheel,
       bijdrage.* exclude (gemeente_code, team_id, wijk_code, client_id)
     from (${withinRanges(definition)}) as bijdrage
     left join klant on klant.gemeente_code = bijdrage.gemeente_code
       and klant.client_id = bijdrage.client_id
     -- Of a gemeente without areas no figure can be asked (the check gemeente_heeft_gebied tells).
     join plek as gemeente on gemeente.gemeente_code = bijdrage.gemeente_code
       and gemeente.niveau = 'gemeente'
     left join plek as team on team.gemeente_code = bijdrage.gemeente_code
       and team.niveau = 'team' and team.gebied_code = bijdrage.team_id
     left join plek as wijk on wijk.gemeente_code = bijdrage.gemeente_code
       and wijk.niveau = 'wijk' and wijk.gebied_code = bijdrage.wijk_code`,
  );
  const [unknown] = await database.rows('select count(*) as aantal from bijdrage where onbekend');
  if (Number(unknown?.['aantal']) > 0) {
    throw new Error(`${id}: contributions of clients that kern does not have`);
  }
  const rows =
    vorm === 'stand'
      ? `select bijdrage.* exclude (van, tot), maand.tot as datum, maand.maand
         from bijdrage join ref.maand on maand.tot between bijdrage.van and bijdrage.tot`
      : `select ${MONTH_OF[vorm] ?? '*'} from bijdrage`;
  const level = (name: string): string =>
    `select ${name} as plek, * exclude (gemeente_plek, team_plek, wijk_plek, onbekend, geheel)
     from rij where ${name} is not null
       ${gemeenteApart && name === 'gemeente_plek' ? 'and geheel' : ''}`;
  await database.run(
    `create or replace temp table lang as
     with rij as (${rows})
     ${['gemeente_plek', 'team_plek', 'wijk_plek'].map(level).join(' union all ')}`,
  );
}

async function readWindows(database: Database): Promise<ReadonlyMap<number, Window>> {
  const rows = await database.rows(
    `select venster, gemeente_code, niveau, gebied_code, periodesoort, periode,
       van::varchar as van, tot::varchar as tot
     from venster join plek using (plek)`,
  );
  return new Map(
    rows.map((row) => [
      Number(row['venster']),
      {
        gemeente: String(row['gemeente_code']),
        niveau: NIVEAUS[String(row['niveau'])] ?? 'gemeente',
        code: String(row['gebied_code']),
        periodesoort: String(row['periodesoort']),
        periode: String(row['periode']),
        van: String(row['van']),
        tot: String(row['tot']),
      },
    ]),
  );
}

const NIVEAUS: Readonly<Record<string, Niveau>> = {
  gemeente: 'gemeente',
  team: 'team',
  wijk: 'wijk',
};

/** SQL for a dimension of a row, where `date` is the day on which the age counts. */
export function dimensionSql(id: string, date: string): string {
  const age = `(year(${date}) - geboortejaar - 1)`;
  if (id === 'leeftijd') {
    return `case when ${age} < 18 then '0-17' when ${age} < 65 then '18-64' when ${age} >= 65 then '65+' end`;
  }
  if (id === 'leeftijdsgroep') {
    return `case when ${age} < 18 then '0-17' when ${age} < 27 then '18-26' when ${age} < 65 then '27-64'
      when ${age} < 80 then '65-79' when ${age} >= 80 then '80+' end`;
  }
  return id;
}
