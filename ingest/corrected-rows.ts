import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {CsvError, parse} from 'csv-parse/sync';
import {stringify} from 'csv-stringify/sync';
import {z} from 'zod';
import {HerstelOngeldig} from './errors.ts';

/** A CSV file of the profile, and how many records it has below its header. */
export interface Rows {
  tekst: string;
  rijen: number;
}

/** Line and reason that quarantine put before each row. */
const PREFIX = /^\d+;"(?:[^"]|"")*";/;
const ADDED = 2;
const records = z.array(z.array(z.string()));

/** The rows of a file in quarantine as they came, without our line and reason before them. */
export function keptRows(path: string): Rows {
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const rows = lines.filter((line, at) => line !== '' || at < lines.length - 1);
  const tekst = [
    header.replace(/^regel;reden;/, ''),
    ...rows.map((row) => row.replace(PREFIX, '')),
    '',
  ];
  return {tekst: tekst.join('\n'), rijen: rows.filter((row) => PREFIX.test(row)).length};
}

/**
 * The rows of a file that a person corrected, with or without our line and reason before them, as a
 * spreadsheet may have saved it. Throws `HerstelOngeldig` when it is no CSV any more.
 */
export function correctedRows(path: string): Rows {
  const [header = [], ...rows] = readRecords(path);
  const drop = header[0] === 'regel' && header[1] === 'reden' ? ADDED : 0;
  const content = [header, ...rows].map((record) => record.slice(drop));
  return {tekst: stringify(content, {delimiter: ';', quoted_match: /[\r\n]/}), rijen: rows.length};
}

function readRecords(path: string): string[][] {
  try {
    return records.parse(
      parse(readFileSync(path), {
        bom: true,
        delimiter: ';',
        relax_column_count: true,
        skip_empty_lines: true,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` regel ${String(error['lines'])}:` : '';
    throw new HerstelOngeldig(
      `${basename(path)}:${line} dit is geen goede CSV meer. Bewaar als CSV met puntkomma.`,
      {cause: error},
    );
  }
}
