import type {DuckDBAppender} from '@duckdb/node-api';
import type {Database} from '../warehouse/open.ts';
import type {GateFinding} from './gate/finding.ts';
import type {LoadedFile} from './outcome.ts';

const TABLES = ['bestand', 'afgewezen_rij', 'waarschuwing'] as const;

/** Writes what became of the files of a delivery into `meta`, in place of what stood there. */
export async function recordFindings(
  warehouse: Database,
  id: string,
  files: readonly LoadedFile[],
): Promise<void> {
  for (const table of TABLES) {
    await warehouse.run(`delete from meta.${table} where levering_id = $id`, {id});
  }
  const open = (table: (typeof TABLES)[number]): Promise<DuckDBAppender> =>
    warehouse.connection.createAppender(table, 'meta');
  const rejected = await open('afgewezen_rij');
  const warned = await open('waarschuwing');
  const counted = await open('bestand');
  for (const file of files) {
    for (const {regel, kolom, code, reden} of file.afgewezen) {
      appendRow(rejected, [id, file.naam, regel, kolom, code, reden]);
    }
    for (const {regel, code, reden} of file.waarschuwingen) {
      appendRow(warned, [id, file.naam, regel, code, reden]);
    }
    const {naam, tabel, sha256, gelezen, geladen, afgewezen, dubbel, verouderd} = file;
    const counts = [gelezen, geladen, afgewezen.length, dubbel, verouderd];
    appendRow(counted, [id, naam, tabel, sha256, ...counts]);
  }
  for (const appender of [rejected, warned, counted]) appender.closeSync();
}

/** Writes what the gate found in a delivery into `meta`, in place of what stood there. */
export async function recordGateFindings(
  warehouse: Database,
  id: string,
  findings: readonly GateFinding[],
): Promise<void> {
  await warehouse.run('delete from meta.poortbevinding where levering_id = $id', {id});
  const appender = await warehouse.connection.createAppender('poortbevinding', 'meta');
  for (const {bestand, kolom, soort, oordeel, patroon, regels, aantal} of findings) {
    const texts = [id, bestand, kolom, soort, oordeel, patroon, regels.join(', ')];
    appendRow(appender, [...texts, aantal]);
  }
  appender.closeSync();
}

function appendRow(appender: DuckDBAppender, cells: readonly (string | number | null)[]): void {
  for (const cell of cells) {
    if (cell === null) appender.appendNull();
    else if (typeof cell === 'number') appender.appendInteger(cell);
    else appender.appendVarchar(cell);
  }
  appender.endRow();
}
