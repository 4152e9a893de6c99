import type {Database, Row} from '../../warehouse/open.ts';
import type {ColumnScan} from './column-scan.ts';
import {alphabetSql} from './pseudonym-shape.ts';
import {suspectSql} from './suspect.ts';
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
  for (const {column, filled} of await suspectColumns(database, rijen, all)) {
    // Fewer cells than a page need no table to turn the pages of.
    const read = filled < PAGE ? readAtOnce : readInPages;
    column.scan.addClean(filled - (await read(database, rijen, column)));
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

/** Equal suspect cells of a column once, with their first line and number, as SQL. */
function suspectCells(rijen: string, staged: Staged): string {
  return `select ${staged.cel} as waarde, min(bronregel) as regel, count(*) as aantal
    from ${rijen} where ${staged.cel} <> '' and ${condition(staged)}
    group by ${staged.cel}`;
}

/** Reads the suspect cells of a column; answers how many. */
async function readAtOnce(database: Database, rijen: string, staged: Staged): Promise<number> {
  return addCells(
    staged.scan,
    await database.rows(`${suspectCells(rijen, staged)} order by regel`),
  );
}

async function readInPages(database: Database, rijen: string, staged: Staged): Promise<number> {
  await database.run(
    `create or replace temp table poort_cel as
     select row_number() over (order by regel) as volgnummer, waarde, regel, aantal
     from (${suspectCells(rijen, staged)})`,
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

function condition({scan: {column, readsAll}, cel}: Staged): string {
  return readsAll ? 'true' : suspectSql(cel, column.rol === 'code');
}

/** The columns of which some cell is suspect, with how many of their cells are filled. */
async function suspectColumns(
  database: Database,
  rijen: string,
  columns: readonly Staged[],
): Promise<{column: Staged; filled: number}[]> {
  if (columns.length === 0) return [];
  const tests = columns.flatMap((column, index) => [
    `bool_or(${condition(column)}) as v${index}`,
    `count(nullif(${column.cel}, '')) as n${index}`,
  ]);
  const [row] = await database.rows(`select ${tests.join(', ')} from ${rijen}`);
  return columns.flatMap((column, index) =>
    row?.[`v${index}`] === true ? [{column, filled: Number(row[`n${index}`])}] : [],
  );
}
