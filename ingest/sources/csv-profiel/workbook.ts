import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {stringify} from 'csv-stringify';
import readWorkbook from 'read-excel-file/node';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readWhole} from '../whole-file.ts';
import type {FileMapping} from './mapping.ts';

/** A number of a workbook, as its digits: no rounding on the way. */
interface Digits {
  cijfers: string;
}

/**
 * Writes a sheet as CSV, one line per row so that lines are rows, and answers where. Dates become
 * jjjj-mm-dd and numbers get the decimal sign of the mapping. Throws `LeveringGeweigerd`.
 */
export async function sheetAsCsv(
  file: UnpackedFile,
  {blad, decimaal}: Pick<FileMapping, 'blad' | 'decimaal'>,
): Promise<string> {
  const sheets = await readSheets(file);
  const sheet = blad === undefined ? sheets[0] : sheets.find((one) => one.sheet === blad);
  if (sheet === undefined) {
    throw new LeveringGeweigerd(
      file.naam,
      `blad "${blad ?? '1'}" ontbreekt. Controleer de naam van het blad in het profiel.`,
    );
  }
  const width = Math.max(0, ...sheet.data.map((row) => row.length));
  const pad = `${file.pad}.${sheets.indexOf(sheet)}.csv`;
  const lines = Readable.from(
    sheet.data.map((row) => Array.from({length: width}, (_, at) => cellText(row[at], decimaal))),
  );
  await pipeline(lines, stringify({delimiter: ';'}), createWriteStream(pad, {mode: 0o600}));
  return pad;
}

async function readSheets(file: UnpackedFile): Promise<{sheet: string; data: unknown[][]}[]> {
  const bytes = readWhole(file);
  try {
    return await readWorkbook(bytes, {
      parseNumber: (cijfers): Digits => ({cijfers}),
      trim: false,
    });
  } catch (error) {
    throw new LeveringGeweigerd(
      file.naam,
      'dit bestand is niet als XLSX te lezen. Bewaar het opnieuw, of lever CSV.',
      {cause: error},
    );
  }
}

function cellText(cell: unknown, decimaal: string): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
  // A line break inside a cell would make two lines of one row.
  if (typeof cell === 'string') return cell.replaceAll(/\s+/g, ' ').trim();
  return isDigits(cell) ? plainDigits(cell.cijfers).replace('.', decimaal) : '';
}

function isDigits(cell: unknown): cell is Digits {
  return typeof cell === 'object' && cell !== null && 'cijfers' in cell;
}

/** 1.2E-2 → 0.012; and 12.499999999999998, that a sum left behind, → 12.5. */
function plainDigits(cijfers: string): string {
  const exact = /^-?[0-9]+(\.[0-9]{1,10})?$/.test(cijfers);
  return exact
    ? cijfers
    : Number(cijfers)
        .toFixed(10)
        .replace(/\.?0+$/, '');
}
