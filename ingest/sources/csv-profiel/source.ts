import type {Database} from '../../../warehouse/open.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Gate} from '../../gate/gate.ts';
import {scanStaged} from '../../gate/staged-scan.ts';
import {inspect} from '../uitwisselprofiel/header.ts';
import {readRecords} from '../uitwisselprofiel/read-csv.ts';
import {judgeHeader, parseSourceHeader, usedColumns} from './header.ts';
import type {FileMapping} from './mapping.ts';
import {literal} from './sql-text.ts';

/** An export in the temporary table `bron`: `k0`, `k1`, … as text, and `bronregel`. */
export interface Source {
  /** Column of `bron` per column of the export. */
  kolommen: ReadonlyMap<string, string>;
  afgewezen: RejectedRow[];
  waarschuwingen: Warning[];
}

/** Where an export is read into, and the gate of its delivery. */
interface Reading {
  warehouse: Database;
  gate: Gate;
}

/**
 * Reads an export into `bron`, without what is no record: repeated headers, empty lines and a row
 * with totals at the end. Columns that nobody reads go through the gate too. Throws
 * `LeveringGeweigerd` when no row of it can be trusted.
 */
export async function readSource(
  reading: Reading,
  {bestand, pad}: {bestand: string; pad: string},
  mapping: FileMapping,
): Promise<Source> {
  const {warehouse: database} = reading;
  const inspection = await inspect(bestand, pad);
  const header = parseSourceHeader(bestand, inspection.eersteRegel);
  judgeHeader(bestand, header, mapping);
  const columns = header.kolommen.map((_, index) => `k${index}`);
  const {scheiding} = header;
  const raw = await readRecords(database, {bestand, pad, inspection, kolommen: columns, scheiding});
  await refuseUnnamed(database, bestand, header.kolommen);
  await scanIgnored(reading, bestand, header.kolommen, mapping);
  const noise = await dropNoise(database, header.kolommen);
  await database.run('drop table if exists bron');
  await database.run('alter table ruw rename to bron');
  return {
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
): Promise<void> {
  for (const [index, naam] of kolommen.entries()) {
    if (naam !== '') continue;
    const [row] = await database.rows(
      `select min(bronregel) as regel from ruw where trim(coalesce(k${index}, '')) <> ''`,
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
  bestand: string,
  kolommen: readonly string[],
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
  await scanStaged(
    warehouse,
    scan,
    ignored.map(({cel}) => cel),
  );
  await gate.passes(scan);
}

const TOTALS = '(eind|sub)?tota(a)?l.*|som|aantal';

async function dropNoise(database: Database, kolommen: readonly string[]): Promise<Warning[]> {
  const all = kolommen.map((_, index) => `coalesce(trim(k${index}), '')`);
  const isHeader = all.map((cell, index) => `${cell} = ${literal(kolommen[index] ?? '')}`);
  const isEmpty = all.map((cell) => `${cell} = ''`);
  const first = `lower(coalesce(${all.map((cell) => `nullif(${cell}, '')`).join(', ')}))`;
  const kinds = [
    {
      waar: isHeader.join(' and '),
      code: 'KOP_HERHAALD',
      reden: 'de kopregel staat er nog een keer',
    },
    {waar: isEmpty.join(' and '), code: 'LEGE_REGEL', reden: 'deze regel is leeg'},
    {
      waar: `bronregel = (select max(bronregel) from ruw) and regexp_full_match(${first}, '${TOTALS}')`,
      code: 'TOTAALREGEL',
      reden: 'dit is een regel met totalen',
    },
  ];
  const warnings: Warning[] = [];
  for (const {waar, code, reden} of kinds) {
    const found = await database.rows(
      `select bronregel as regel from ruw where ${waar} order by bronregel`,
    );
    if (found.length === 0) continue;
    await database.run(`delete from ruw where ${waar}`);
    const meer = found.length === 1 ? '' : `, net als ${found.length - 1} andere`;
    const regel = Number(found[0]?.['regel']);
    warnings.push({regel, code, reden: `${reden}${meer}. Er is niets mee gedaan.`});
  }
  return warnings;
}
