import type {Database, Row} from '../../warehouse/open.ts';
import type {ColumnScan} from './column-scan.ts';
import {alphabetSql} from './pseudonym-shape.ts';
import {isSuspect, suspectSql} from './suspect.ts';
import type {TableScan} from './table-scan.ts';

/** Different cells that are read at once: bounds what is in memory, whatever the size of the table. */
const PAGE = 50_000;

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

/**
 * Adds the cells of staged rows to a scan. One cheap pass decides which columns are looked at; of
 * those, equal cells are read once and clean ones only counted.
 */
export async function scanStaged(
  database: Database,
  scan: TableScan,
  {rijen, kolommen}: StagedRows,
): Promise<void> {
  const all = scan.columns.map((column, at) => ({scan: column, cel: `"${kolommen[at] ?? ''}"`}));
  const suspect = await suspectColumns(database, rijen, all);
  const cells = suspect.reduce((sum, {filled}) => sum + filled, 0);
  // Fewer cells than a page need no table to turn the pages of.
  const added =
    cells < PAGE
      ? await readAtOnce(database, rijen, suspect)
      : await readInPages(database, rijen, suspect);
  for (const [at, {column, filled}] of suspect.entries()) {
    column.scan.addClean(filled - (added[at] ?? 0));
  }
  for (const {cel} of all.filter(({scan: {column}}) => column.rol === 'pseudoniem')) {
    const groups = await database.rows(
      `select length(${cel}) as poort_lengte, ${alphabetSql(cel)} as poort_alfabet,
         count(*) as poort_aantal
       from ${rijen} where ${cel} <> '' group by poort_lengte, poort_alfabet`,
    );
    for (const {poort_lengte, poort_alfabet, poort_aantal} of groups) {
      scan.shape.addGroup(Number(poort_lengte), Number(poort_alfabet), Number(poort_aantal));
    }
  }
}

/** Reads the suspect cells of each column; answers how many. */
async function readAtOnce(
  database: Database,
  rijen: string,
  columns: readonly Suspect[],
): Promise<number[]> {
  if (columns.length === 0) return [];
  const cells = await database.rows(
    `select kolom, waarde, min(bronregel) as regel, count(*) as aantal
     from (${turned(
       rijen,
       columns.map(({column}) => column),
       'bronregel',
     )})
     where waarde <> '' group by kolom, waarde order by kolom, regel`,
  );
  return columns.map(({column: {scan}}, at) =>
    addCells(
      scan,
      cells.filter(
        ({kolom, waarde}) =>
          kolom === at && (scan.readsAll || isSuspect(String(waarde), scan.column.rol === 'code')),
      ),
    ),
  );
}

/** The same of a large table, of one column and one page of different cells at a time. */
async function readInPages(
  database: Database,
  rijen: string,
  columns: readonly Suspect[],
): Promise<number[]> {
  const added: number[] = [];
  for (const {column} of columns) added.push(await readPages(database, rijen, column));
  return added;
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
function turned(rijen: string, columns: readonly Staged[], ...also: string[]): string {
  const names = columns.map(({cel}) => cel).join(', ');
  const places = [...columns.keys()].join(', ');
  const chosen = [...also, `unnest([${places}]) as kolom`, `unnest([${names}]) as waarde`];
  return `select ${chosen.join(', ')} from ${rijen}`;
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
