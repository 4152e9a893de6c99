import type {Cell, Database, Row} from '../../warehouse/open.ts';
import type {ColumnScan} from './column-scan.ts';
import {alphabetSql} from './pseudonym-shape.ts';
import {suspectSql} from './suspect.ts';
import type {TableScan} from './table-scan.ts';

/** Different cells that are read at once: bounds what is in memory, whatever the size of the table. */
const PAGE = 50_000;
/** A table of fewer cells is read as it is: preparing the patterns in SQL would take longer. */
const SMALL = 200_000;

/** Rows as text, as SQL that stands behind `from`, with their line as `bronregel`. */
export interface StagedRows {
  rijen: string;
  /** Columns, in the order of the scan. */
  kolommen: readonly string[];
}

/** A column of a scan, and what it is called in SQL. */
interface Staged {
  scan: ColumnScan;
  cel: string;
}

/** A column of which some cell is suspect, with how many of its cells are filled. */
interface Suspect {
  column: Staged;
  filled: number;
}

/** Adds the cells of staged rows to a scan; equal cells of a column are read once. */
export async function scanStaged(
  database: Database,
  scan: TableScan,
  {rijen, kolommen}: StagedRows,
): Promise<void> {
  const all = scan.columns.map((column, at) => ({scan: column, cel: `"${kolommen[at] ?? ''}"`}));
  const [count] = await database.rows(`select count(*) as rijen from ${rijen}`);
  if (Number(count?.['rijen']) * all.length < SMALL) await readSmall(database, scan, rijen, all);
  else await readLarge(database, scan, rijen, all);
}

/** Where a value stands first, and in how many cells. */
interface Place {
  regel: number;
  aantal: number;
}

async function readSmall(
  database: Database,
  {shape}: TableScan,
  rijen: string,
  staged: readonly Staged[],
): Promise<void> {
  const names = ['bronregel', ...staged.map(({cel}) => cel)];
  const [lines = [], ...columns] = await database.columns(
    `select ${names.join(', ')} from ${rijen}`,
  );
  for (const [at, {scan}] of staged.entries()) {
    for (const [value, {regel, aantal}] of differentCells(columns[at] ?? [], lines)) {
      scan.add(value, regel, aantal);
      if (scan.column.rol === 'pseudoniem') shape.add(value, aantal);
    }
  }
}

function differentCells(cells: readonly Cell[], lines: readonly Cell[]): Map<string, Place> {
  const different = new Map<string, Place>();
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    const value = String(cell);
    const regel = Number(lines[at]);
    const known = different.get(value);
    if (known === undefined) different.set(value, {regel, aantal: 1});
    else {
      known.aantal += 1;
      known.regel = Math.min(known.regel, regel);
    }
  }
  return different;
}

/** One cheap pass decides which columns are looked at; clean cells are only counted. */
async function readLarge(
  database: Database,
  {shape}: TableScan,
  rijen: string,
  staged: readonly Staged[],
): Promise<void> {
  for (const {column, filled} of await suspectColumns(database, rijen, staged)) {
    const suspect = await readPages(database, rijen, column);
    column.scan.addClean(filled - suspect);
  }
  for (const {cel} of staged.filter(({scan: {column}}) => column.rol === 'pseudoniem')) {
    const groups = await database.rows(
      `select length(${cel}) as poort_lengte, ${alphabetSql(cel)} as poort_alfabet,
         count(*) as poort_aantal
       from ${rijen} where ${cel} <> '' group by poort_lengte, poort_alfabet`,
    );
    for (const {poort_lengte, poort_alfabet, poort_aantal} of groups) {
      shape.addGroup(Number(poort_lengte), Number(poort_alfabet), Number(poort_aantal));
    }
  }
}

async function readPages(database: Database, rijen: string, staged: Staged): Promise<number> {
  const {cel} = staged;
  await database.run(
    `create or replace temp table poort_cel as
     select row_number() over (order by regel) as volgnummer, waarde, regel, aantal
     from (
       select ${cel} as waarde, min(bronregel) as regel, count(*) as aantal
       from ${rijen} where ${cel} <> '' and ${condition(staged, cel)}
       group by ${cel}
     )`,
  );
  let suspect = 0;
  for (let from = 1, read = PAGE; read === PAGE; from += PAGE) {
    const cells = await database.rows(
      `select waarde, regel, aantal from poort_cel
       where volgnummer >= ${from} and volgnummer < ${from + PAGE} order by volgnummer`,
    );
    suspect += addCells(staged.scan, cells);
    read = cells.length;
  }
  return suspect;
}

function addCells(scan: ColumnScan, cells: readonly Row[]): number {
  let added = 0;
  for (const {waarde, regel, aantal} of cells) {
    scan.addSuspect(String(waarde), Number(regel), Number(aantal));
    added += Number(aantal);
  }
  return added;
}

function condition({scan: {column, readsAll}}: Staged, waarde: string): string {
  return readsAll ? 'true' : suspectSql(waarde, column.rol === 'code');
}

/** One row per cell, as SQL: `kolom` (its place among these columns) and `waarde`. */
function turned(rijen: string, columns: readonly Staged[]): string {
  const names = columns.map(({cel}) => cel).join(', ');
  const places = [...columns.keys()].join(', ');
  return `select unnest([${places}]) as kolom, unnest([${names}]) as waarde from ${rijen}`;
}

/**
 * The columns of which some cell is suspect. Columns with the same question are asked together: a
 * pattern is prepared once, which in a small table takes longer than reading it.
 */
async function suspectColumns(
  database: Database,
  rijen: string,
  columns: readonly Staged[],
): Promise<Suspect[]> {
  const found: Suspect[] = [];
  const questions = new Set(columns.map((column) => condition(column, 'waarde')));
  for (const question of questions) {
    const asked = columns.filter((column) => condition(column, 'waarde') === question);
    const rows = await database.rows(
      `select kolom, bool_or(${question}) as verdacht, count(*) as gevuld
       from (${turned(rijen, asked)}) where waarde <> '' group by kolom order by kolom`,
    );
    for (const {kolom, verdacht, gevuld} of rows) {
      const column = asked[Number(kolom)];
      if (column !== undefined && verdacht === true) {
        found.push({column, filled: Number(gevuld)});
      }
    }
  }
  return found;
}
