import {parse} from 'csv-parse/sync';
import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {TranslatedRow} from '../translation.ts';
import {readWhole} from '../whole-file.ts';
import {CBS_AGES, estimateAges} from './ages.ts';
import {parseArea, type Area} from './area.ts';

const AREA = /^(WijkenEnBuurten|gwb_code(_[0-9]+)?)$/i;
const TOTAL = /^(AantalInwoners_[0-9]+|a_inw)$/i;

/** A line of Kerncijfers Wijken en Buurten. */
export interface KerncijferLine {
  regel: number;
  /** Null: the country, a province. */
  area: Area | null;
  /** The cells with all inhabitants and with the five age groups of CBS, trimmed. */
  inwoners: string;
  leeftijden: readonly string[];
}

/** True when this first line is the header of Kerncijfers Wijken en Buurten, of any year. */
export function isKerncijfers(head: string): boolean {
  const header = splitHeader(head.split('\n', 1)[0] ?? '');
  return find(header, AREA) !== -1 && CBS_AGES.every(({kolom}) => find(header, kolom) !== -1);
}

/** Reads Kerncijfers Wijken en Buurten (StatLine or kwb CSV). Throws `LeveringGeweigerd`. */
export function readKerncijfers(file: UnpackedFile): KerncijferLine[] {
  const [header = [], ...records] = csvRecords(file);
  // The number behind a column differs per year, and so does its place.
  const at = {area: find(header, AREA), total: find(header, TOTAL)};
  const ages = CBS_AGES.map(({kolom}) => find(header, kolom));
  if (at.area === -1 || at.total === -1 || ages.includes(-1)) {
    throw new LeveringGeweigerd(
      file.naam,
      'regel 1: een kolom met gebied, inwoners of leeftijd ontbreekt. Haal de hele tabel op.',
    );
  }
  const cell = (record: readonly string[], index: number): string => (record[index] ?? '').trim();
  return records.map((record, index) => ({
    regel: index + 2,
    area: parseArea(cell(record, at.area)),
    inwoners: cell(record, at.total),
    leeftijden: ages.map((place) => cell(record, place)),
  }));
}

/** What a line says for `bevolking`: a row per age group, one rejection, or that CBS does not say. */
export function bevolkingRows(
  {regel, inwoners, leeftijden}: KerncijferLine,
  {gebied_code}: Area,
  jaar: number,
): TranslatedRow[] | 'onbekend' {
  // A wijk in which nobody lives has no ages.
  const cells = inwoners === '0' ? leeftijden.map(() => '0') : leeftijden;
  if (cells.some((text) => text === '.' || text === '')) return 'onbekend';
  if (!cells.every((text) => /^[0-9]{1,9}$/.test(text))) {
    const reden = 'aantal: dit is geen heel getal. Haal de tabel opnieuw op.';
    return [{regel, kolom: 'aantal', code: 'GETAL', reden}];
  }
  return estimateAges(cells.map(Number)).map(({leeftijdsgroep, aantal}) => ({
    regel,
    cellen: [gebied_code, String(jaar), leeftijdsgroep, String(aantal)],
  }));
}

function find(header: readonly string[], kolom: RegExp): number {
  return header.findIndex((naam) => kolom.test(naam.trim()));
}

function splitHeader(line: string): string[] {
  return line
    .replace(/^\uFEFF/, '')
    .split(/[;,\t]/)
    .map((naam) => naam.trim().replace(/^"(.*)"$/, '$1'));
}

function csvRecords(file: UnpackedFile): string[][] {
  const bytes = readWhole(file);
  try {
    const records: unknown = parse(bytes, {
      bom: true,
      delimiter: delimiterOf(bytes.toString('latin1', 0, 20_000)),
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return z.array(z.array(z.string())).parse(records);
  } catch {
    // The error of the parser quotes the line.
    throw new LeveringGeweigerd(file.naam, 'deze CSV is niet heel. Haal de tabel opnieuw op.');
  }
}

function delimiterOf(head: string): string {
  const [line = ''] = head.split('\n', 1);
  return [';', '\t', ','].find((delimiter) => line.includes(delimiter)) ?? ';';
}
