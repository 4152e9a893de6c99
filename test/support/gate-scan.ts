import type {ColumnRole} from '../../ingest/gate/cell.ts';
import type {GateFinding} from '../../ingest/gate/finding.ts';
import type {Budget} from '../../ingest/gate/reverse-digest.ts';
import {scanStaged} from '../../ingest/gate/staged-scan.ts';
import {TableScan} from '../../ingest/gate/table-scan.ts';
import type {Database} from '../../warehouse/open.ts';

/** The day of every test of the gate. */
export const TODAY = new Date('2026-06-01T00:00:00Z');
/** Test numbers only: no test waits for all BSNs there can be. */
export const TEST_NUMBERS: Budget = {verwacht: 20, stappen: 0};

/** Heading of the part of docs/privacy/gate-results.md about the search over all BSNs. */
export const EVERY_BSN = '## Every BSN there can be';

/** How the one column of a test is called and declared. */
export interface TestColumn {
  naam?: string;
  rol?: ColumnRole;
}

/** What the gate finds in one column that is given to it cell by cell, as an adapter does. */
export async function findingsIn(
  database: Database,
  cells: readonly string[],
  {naam = 'kolom', rol = 'overig'}: TestColumn = {},
): Promise<GateFinding[]> {
  const scan = new TableScan('bestand.csv', [{naam, rol}], TODAY);
  for (const [at, cell] of cells.entries()) scan.add(at + 2, [cell]);
  return scan.findings(database, () => TEST_NUMBERS);
}

/** The same through the temporary table `ruw`, as the uitwisselprofiel is read. */
export async function stagedFindingsIn(
  database: Database,
  cells: readonly string[],
  {naam = 'kolom', rol = 'overig'}: TestColumn = {},
): Promise<GateFinding[]> {
  await database.run('create or replace temp table ruw (bronregel bigint, waarde varchar)');
  const appender = await database.connection.createAppender('ruw');
  for (const [at, cell] of cells.entries()) {
    appender.appendBigInt(BigInt(at + 2));
    if (cell === '') appender.appendNull();
    else appender.appendVarchar(cell);
    appender.endRow();
  }
  appender.closeSync();
  const scan = new TableScan('bestand.csv', [{naam, rol}], TODAY);
  await scanStaged(database, scan, {rijen: 'ruw', kolommen: ['waarde']});
  return scan.findings(database, () => TEST_NUMBERS);
}
