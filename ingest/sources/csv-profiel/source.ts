import type {Database} from '../../../warehouse/open.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Gate} from '../../gate/gate.ts';
import {scanStaged} from '../../gate/staged-scan.ts';
import {inspect} from '../uitwisselprofiel/header.ts';
import {placeOf, type Place} from '../stage.ts';
import {readRecords, type RawTable} from '../uitwisselprofiel/read-csv.ts';
import {judgeHeader, parseSourceHeader, usedColumns} from './header.ts';
import type {FileMapping} from './mapping.ts';
import {literal} from './sql-text.ts';

/** An export of which the rows are set down: `k0`, `k1`, … as text, and `bronregel`. */
export interface Source {
  /** SQL that reads the rows, to stand behind \`from\`. */
  rijen: string;
  place: Place;
  /** Column of `rijen` per column of the export. */
  kolommen: ReadonlyMap<string, string>;
  afgewezen: RejectedRow[];
  waarschuwingen: Warning[];
}

/** Where an export is read into, and the gate of its delivery. */
interface Reading {
  warehouse: Database;
  gate: Gate;
  largeBytes: number;
}

/**
 * Reads an export, without what is no record: repeated headers, empty lines and a row
 * with totals at the end. Columns that nobody reads go through the gate too. Throws
 * `LeveringGeweigerd` when no row of it can be trusted.
 */
export async function readSource(
  reading: Reading,
  {bestand, pad}: {bestand: string; pad: string},
  mapping: FileMapping,
): Promise<Source> {
  const {warehouse: database, largeBytes} = reading;
  const inspection = await inspect(bestand, pad);
  const header = parseSourceHeader(bestand, inspection.eersteRegel);
  judgeHeader(bestand, header, mapping);
  const columns = header.kolommen.map((_, index) => `k${index}`);
  const {scheiding} = header;
  const place = placeOf('bron', pad, largeBytes);
  const csv = {bestand, pad, inspection, kolommen: columns, scheiding, place};
  const raw = await readRecords(database, csv);
  await refuseUnnamed(database, bestand, header.kolommen, raw);
  await scanIgnored(reading, {bestand, kolommen: header.kolommen, rijen: raw.rijen}, mapping);
  const {rijen, noise} = await leaveOutNoise(database, header.kolommen, raw.rijen);
  return {
    rijen,
    place,
    kolommen: new Map(header.kolommen.map((naam, index) => [naam, `k${index}`])),
    afgewezen: raw.afgewezen,
    waarschuwingen: [...raw.waarschuwingen, ...noise],
  };
}

/** A delimiter at the end of every line makes a column without a name: fine as long as it is empty. */
async function refuseUnnamed(
  database: Database,
  bestand: string,
  kolommen: readonly string[],
  {rijen}: RawTable,
): Promise<void> {
  for (const [index, naam] of kolommen.entries()) {
    if (naam !== '') continue;
    const [row] = await database.rows(
      `select min(bronregel) as regel from ${rijen}
       where trim(coalesce(k${index}, '')) <> ''`,
    );
    if (row?.['regel'] == null) continue;
    throw new LeveringGeweigerd(
      bestand,
      `regel ${row['regel']}: kolom ${index + 1} is gevuld maar heeft geen naam. Geef de kolom een naam.`,
    );
  }
}

/**
 * Columns that are read go through the gate as canonical columns; the others go through it here.
 * What it finds refuses the delivery when its last table is in.
 */
async function scanIgnored(
  {warehouse, gate}: Reading,
  {bestand, kolommen, rijen}: {bestand: string; kolommen: readonly string[]; rijen: string},
  mapping: FileMapping,
): Promise<void> {
  const used = new Set(mapping.tabellen.flatMap(usedColumns));
  const ignored = kolommen
    .map((naam, index) => ({naam, cel: `k${index}`}))
    .filter(({naam}) => !used.has(naam));
  const scan = gate.scan(
    bestand,
    ignored.map(({naam}) => ({naam, rol: 'overig'})),
  );
  await scanStaged(warehouse, scan, {rijen, kolommen: ignored.map(({cel}) => cel)});
  await gate.passes(scan);
}

const TOTALS = '(eind|sub)?tota(a)?l.*|som|aantal';

/** What stands in an export without being a record. */
const NOISE = [
  {code: 'KOP_HERHAALD', reden: 'de kopregel staat er nog een keer'},
  {code: 'LEGE_REGEL', reden: 'deze regel is leeg'},
  {code: 'TOTAALREGEL', reden: 'dit is een regel met totalen'},
] as const;

/** Rows without those that are no record, and a warning for each kind of them. */
async function leaveOutNoise(
  database: Database,
  kolommen: readonly string[],
  rijen: string,
): Promise<{rijen: string; noise: Warning[]}> {
  const all = kolommen.map((_, index) => `coalesce(trim(k${index}), '')`);
  const isHeader = all.map((cell, index) => `${cell} = ${literal(kolommen[index] ?? '')}`);
  const isEmpty = all.map((cell) => `${cell} = ''`);
  const first = `lower(coalesce(${all.map((cell) => `nullif(${cell}, '')`).join(', ')}))`;
  const kept = `(select * from ${rijen} as ruw anti join ruis using (bronregel))`;
  await database.run(
    `create or replace temp table ruis as
     select bronregel, soort
     from (
       select bronregel, case
         when ${isHeader.join(' and ')} then 0
         when ${isEmpty.join(' and ')} then 1
       end as soort
       from ${rijen} as ruw
     )
     where soort is not null`,
  );
  await database.run(
    `insert into ruis
     select bronregel, 2 from ${rijen} as ruw
     where bronregel = (select max(bronregel) from ${kept})
       and regexp_full_match(${first}, '${TOTALS}')`,
  );
  const found = await database.rows(
    `select soort, min(bronregel) as regel, count(*) as aantal from ruis
     group by soort order by soort`,
  );
  const noise = found.flatMap(({soort, regel, aantal}): Warning[] => {
    const kind = NOISE[Number(soort)];
    if (kind === undefined) return [];
    const meer = Number(aantal) === 1 ? '' : `, net als ${Number(aantal) - 1} andere`;
    const reden = `${kind.reden}${meer}. Er is niets mee gedaan.`;
    return [{regel: Number(regel), code: kind.code, reden}];
  });
  return {rijen: noise.length === 0 ? rijen : kept, noise};
}
