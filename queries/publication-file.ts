import {Database} from '../warehouse/open.ts';
import type {Cell} from './cube/cell.ts';
import type {IndicatorCube} from './cube/build.ts';
import {isFigure} from './cube/protect.ts';
import {requireAmounts, type SealedFinancien} from './finance/sealed.ts';
import type {Gebeurtenis, Gebied} from './contract/area.ts';
import type {Effectantwoord} from './contract/effect.ts';
import {NIVEAUS} from './contract/figure.ts';
import type {GemeenteFinancien} from './contract/finance.ts';
import type {Beleid} from './contract/goal.ts';
import type {Indicator} from './contract/indicator.ts';
import type {Bereik, Manifest} from './contract/publication.ts';
import type {Nulmeting} from './contract/verdict.ts';

/** A period of the grid, with its first and last day. */
export interface GridPeriod {
  gemeente: string;
  periodesoort: string;
  periode: string;
  van: string;
  tot: string;
}

/** All of a publication but its figures. */
export interface PublicationParts {
  manifest: Manifest;
  gebieden: Gebied[];
  indicatoren: Indicator[];
  gebeurtenissen: Gebeurtenis[];
  nulmetingen: Nulmeting[];
  perioden: GridPeriod[];
  bereiken: Bereik[];
  beleid: Beleid;
  /** Per indicator and gemeente; none in a publication of before they were kept. */
  effecten: Effectantwoord[];
  financien: GemeenteFinancien[];
}

/** Columns of a figure table after its place and dimensions. */
export const MATEN = [
  'waarde',
  'ondergrens',
  'bovengrens',
  'teller',
  'noemer',
  'aantal',
  'methode',
  'status',
  'voorlopig',
  'dekking',
  'p80',
  'boven_norm',
] as const;

/** Writes the figures of one indicator into the publication, sorted by area and period. */
export async function writeFigures(
  publication: Database,
  {definition, cells}: IndicatorCube,
): Promise<void> {
  const table = `cijfer_${definition.id}`;
  const dims = definition.uitsplitsingen;
  await publication.run(
    `create temp table ruw_${table} (gemeente_code varchar, niveau varchar, gebied_code varchar,
       periodesoort varchar, periode varchar${dims.map((id) => `, ${id} varchar`).join('')},
       waarde double, ondergrens double, bovengrens double, teller double, noemer double,
       aantal double, methode varchar, status varchar, voorlopig boolean, dekking double,
       p80 double, boven_norm double)`,
  );
  const appender = await publication.connection.createAppender(`ruw_${table}`);
  for (const cell of cells.filter(({place}) => place.periodesoort !== 'nulmeting')) {
    appendCell(appender, cell, dims);
  }
  appender.closeSync();
  await publication.run(
    `create table ${table} as select * from ruw_${table}
     order by gemeente_code, niveau, gebied_code, periodesoort, periode${dims.map((id) => `, ${id}`).join('')}`,
  );
  await publication.run(`drop table ruw_${table}`);
}

/** Writes the survival curves of one indicator, a row per point. The table is made once. */
export async function writeCurves(
  publication: Database,
  {definition, cells}: IndicatorCube,
): Promise<void> {
  await publication.run(
    `create table if not exists overleving (indicator varchar, gemeente_code varchar,
       niveau varchar, gebied_code varchar, periodesoort varchar, periode varchar, dag integer,
       open integer)`,
  );
  const appender = await publication.connection.createAppender('overleving');
  for (const {place, curve = []} of cells) {
    const {gemeente, niveau, code, periodesoort, periode} = place;
    for (const {dag, open} of curve) {
      for (const text of [definition.id, gemeente, niveau, code, periodesoort, periode])
        appender.appendVarchar(text);
      appender.appendInteger(dag);
      appender.appendInteger(open);
      appender.endRow();
    }
  }
  appender.closeSync();
}

type Appender = Awaited<ReturnType<Database['connection']['createAppender']>>;

function appendCell(appender: Appender, {place, maten}: Cell, dims: readonly string[]): void {
  if (!isFigure(maten)) throw new TypeError('only protected figures are published');
  const {gemeente, niveau, code, periodesoort, periode, dimensies} = place;
  for (const text of [gemeente, niveau, code, periodesoort, periode]) appender.appendVarchar(text);
  for (const id of dims) appender.appendVarchar(dimensies[id] ?? 'alle');
  for (const name of MATEN) {
    const value = maten[name];
    if (value === null) appender.appendNull();
    else if (typeof value === 'number') appender.appendDouble(value);
    else if (typeof value === 'boolean') appender.appendBoolean(value);
    else appender.appendVarchar(value);
  }
  appender.endRow();
}

/** All of a publication but its figures, as it is written: every amount is a protected one. */
export type WrittenParts = Omit<PublicationParts, 'financien'> & {
  financien: readonly SealedFinancien[];
};

/** Writes everything but the figures. Throws `TypeError` for an amount that was not protected. */
export async function writeParts(publication: Database, parts: WrittenParts): Promise<void> {
  requireAmounts(parts.financien);
  await publication.run('create table publicatie (deel varchar not null, inhoud varchar not null)');
  for (const [deel, inhoud] of Object.entries(parts)) {
    await publication.run('insert into publicatie values ($deel, $inhoud)', {
      deel,
      inhoud: JSON.stringify(inhoud),
    });
  }
}

/**
 * Reads everything but the figures, of the open publication or of one attached under `name`. Throws
 * when the file is not a publication.
 */
export async function readParts(publication: Database, name?: string): Promise<PublicationParts> {
  const table = name === undefined ? 'publicatie' : `${name}.publicatie`;
  const rows = await publication.rows(`select deel, inhoud from ${table}`);
  const parts: unknown = {
    beleid: NO_POLICY,
    effecten: [],
    financien: [],
    ...Object.fromEntries(rows.map(({deel, inhoud}) => [String(deel), parsed(String(inhoud))])),
  };
  if (!isParts(parts)) throw new TypeError('this file is not a publication');
  return {
    ...parts,
    indicatoren: parts.indicatoren.map((one) => ({...NO_PAIRS, ...EVERY_LEVEL, ...one})),
    financien: parts.financien.map((one) => ({
      ...one,
      terugtoets: one.terugtoets.map((row) => ({...NO_ERROR_BANDS, ...row})),
    })),
  };
}

/** Indicators of before the net change stay readable: they have none. */
const NO_PAIRS = {netto: null};

/** Indicators of before some had fewer levels were made at every level. */
const EVERY_LEVEL = {niveaus: [...NIVEAUS]};

/** Backtests of before the bands from errors were tested apart stay readable too. */
const NO_ERROR_BANDS = {dekking80_fouten: null, dekking95_fouten: null};

/** Publications of before the doelenboom, or before finance, stay readable: they know none of it. */
const NO_POLICY: Beleid = {doelenbomen: [], streefwaarden: [], externe_cijfers: [], bevolking: []};

const PARTS = [
  'manifest',
  'gebieden',
  'indicatoren',
  'gebeurtenissen',
  'nulmetingen',
  'perioden',
  'bereiken',
  'beleid',
  'effecten',
  'financien',
];

/** Only our own release job writes this file, and its name is its promise: the parts are enough. */
function isParts(value: unknown): value is PublicationParts {
  return typeof value === 'object' && value !== null && PARTS.every((part) => part in value);
}

/**
 * SHA-256 over the ordered figures of a publication and its money: the same cube and the same amounts
 * give the same hash.
 */
export async function figuresHash(
  publication: Database,
  ids: readonly string[],
  financien: readonly SealedFinancien[],
): Promise<string> {
  const hashes: string[] = [];
  for (const table of [...ids.map((id) => `cijfer_${id}`).sort(), 'overleving']) {
    const [row] = await publication.rows(
      `select sha256(coalesce(string_agg(regel, chr(10) order by regel), '')) as hash
       from (select to_json(rij)::varchar as regel from ${table} as rij)`,
    );
    hashes.push(`${table} ${String(row?.['hash'])}`);
  }
  const [money] = await publication.rows('select sha256($text) as hash', {
    text: JSON.stringify(financien),
  });
  hashes.push(`financien ${String(money?.['hash'])}`);
  const [row] = await publication.rows('select sha256($text) as hash', {text: hashes.join('\n')});
  return String(row?.['hash']);
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}
