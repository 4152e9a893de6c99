import type {Database} from '../../warehouse/open.ts';
import type {ColumnScan} from './column-scan.ts';
import {alphabetSql} from './pseudonym-shape.ts';
import {suspectSql} from './suspect.ts';
import type {TableScan} from './table-scan.ts';

/** Lines that are read at once: bounds what is in memory, whatever the size of the table. */
const PAGE = 500_000;

/** A column of a scan, and what it is called in `ruw`. */
interface Staged {
  scan: ColumnScan;
  cel: string;
}

/**
 * Adds the cells of the temporary table `ruw` (every cell as text, its line as `bronregel`) to a
 * scan; `kolommen` names the columns of `ruw`, in the order of the scan. One cheap pass decides which columns are looked at; of those, equal cells are read once per
 * page and clean ones only counted.
 */
export async function scanStaged(
  database: Database,
  scan: TableScan,
  kolommen: readonly string[],
): Promise<void> {
  const all = scan.columns.map((column, at) => ({scan: column, cel: `"${kolommen[at] ?? ''}"`}));
  const columns = await suspectColumns(database, all);
  const [last] = await database.rows('select max(bronregel) as regel from ruw');
  const end = Number(last?.['regel'] ?? 0);
  for (const column of columns) {
    for (let from = 0; from <= end; from += PAGE) await readPage(database, column, from);
  }
  for (const {cel} of all.filter(({scan: {column}}) => column.rol === 'pseudoniem')) {
    const groups = await database.rows(
      `select length(${cel}) as poort_lengte, ${alphabetSql(cel)} as poort_alfabet,
         count(*) as poort_aantal
       from ruw where ${cel} <> '' group by poort_lengte, poort_alfabet`,
    );
    for (const {poort_lengte, poort_alfabet, poort_aantal} of groups) {
      scan.shape.addGroup(Number(poort_lengte), Number(poort_alfabet), Number(poort_aantal));
    }
  }
}

/** Names with a prefix: a delivered column may be called anything. */
async function readPage(database: Database, staged: Staged, from: number): Promise<void> {
  const {scan, cel: name} = staged;
  const cells = await database.rows(
    `select case when ${condition(staged)} then ${name} end as poort_waarde,
       min(bronregel) as poort_regel, count(*) as poort_aantal
     from ruw
     where bronregel >= ${from} and bronregel < ${from + PAGE} and ${name} <> ''
     group by poort_waarde order by poort_regel`,
  );
  for (const {poort_waarde: cel, poort_regel: regel, poort_aantal: aantal} of cells) {
    if (cel === null) scan.addClean(Number(aantal));
    else scan.addSuspect(String(cel), Number(regel), Number(aantal));
  }
}

function condition({scan: {column, readsAll}, cel}: Staged): string {
  return readsAll ? 'true' : suspectSql(cel, column.rol === 'code');
}

async function suspectColumns(
  database: Database,
  columns: readonly Staged[],
): Promise<readonly Staged[]> {
  if (columns.length === 0) return [];
  const tests = columns.map((column, index) => `bool_or(${condition(column)}) as v${index}`);
  const [row] = await database.rows(`select ${tests.join(', ')} from ruw`);
  return columns.filter((_, index) => row?.[`v${index}`] === true);
}
