import {randomUUID} from 'node:crypto';
import {statSync} from 'node:fs';
import type {Database} from '../../warehouse/open.ts';

/** Rows of a larger file (bytes) are set down on disk: in memory they would take several times that. */
export const LARGE_BYTES = 32 * 1024 ** 2;

/** Where rows are set down. */
export interface Place {
  /** Name of the temporary table. */
  naam: string;
  /** For rows of a large file: the file beside which they are set down, in the folder that its owner deletes. */
  naast: string | null;
}

/** Beside the file itself when it is large, else in memory. */
export function placeOf(naam: string, pad: string, largeBytes = LARGE_BYTES): Place {
  return {naam, naast: statSync(pad).size > largeBytes ? pad : null};
}

/**
 * Sets down the rows of a query, and answers SQL that reads them, to stand behind `from`: a temporary
 * table, or a Parquet file. Parquet keeps a column's values once per row group, so that memory is flat
 * in the number of rows, and a pattern is held against each value once.
 */
export async function stageRows(
  database: Database,
  select: string,
  {naam, naast}: Place,
): Promise<string> {
  if (naast === null) {
    await database.run(`create or replace temp table ${naam} as ${select}`);
    return naam;
  }
  const path = sqlPath(`${naast}.${randomUUID()}.parquet`);
  await database.run(`copy (${select}) to ${path} (format parquet, compression lz4_raw)`);
  return `read_parquet(${path})`;
}

/** A path as SQL literal. */
export function sqlPath(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
