import {closeSync, openSync, readSync} from 'node:fs';
import {basename} from 'node:path';
import {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {yearOf} from './area.ts';

/** Answers the wijk of an address, or null when CBS doesn't know it. Any notation of the postcode. */
export interface PostcodeAreas {
  (postcode: string, huisnummer: number): string | null;
  /** The year of the wijken. */
  readonly jaar: number;
}

/** Columns of pc6hnr…_gwb.csv: their names carry a year, or not. */
const COLUMNS = {
  postcode: /^(pc6|postcode)$/i,
  huisnummer: /^(huisnummer|hnr)$/i,
  wijk: /^(wijk|wijkcode|wk)_?(20[0-9]{2})?$/i,
  gemeente: /^(gem|gemeente|gemeentecode|gm)_?(20[0-9]{2})?$/i,
} as const;

/** House numbers have at most five digits. */
const NUMBERS = 100_000;

/**
 * Reads pc6hnr…_gwb.csv of CBS (nine million addresses) for one gemeente, or for the country when
 * `gemeenteCode` is null. DuckDB reads the file in a stream; what stays is one entry per postcode
 * that lies in one wijk, and twelve bytes per address in the others. Throws `LeveringGeweigerd`.
 *
 * A house number that CBS doesn't know gets the wijk of its postcode, if that lies in one wijk.
 */
export async function readPostcodeAreas(
  pad: string,
  gemeenteCode: string | null = null,
): Promise<PostcodeAreas> {
  const naam = basename(pad);
  const {delimiter, kolommen} = readHeader(pad);
  const column = (name: keyof typeof COLUMNS): string => {
    const found = kolommen.findIndex((kolom) => COLUMNS[name].test(kolom));
    if (found !== -1) return `k${found}`;
    throw new LeveringGeweigerd(
      naam,
      `regel 1: de kolom met ${name} ontbreekt. Gebruik pc6hnr…_gwb.csv van het CBS.`,
    );
  };
  const yearInColumn = /20[0-9]{2}$/.exec(kolommen.find((kolom) => COLUMNS.wijk.test(kolom)) ?? '');
  const jaar = yearOf(naam, yearInColumn === null ? null : Number(yearInColumn[0]), null);
  const types = kolommen.map((_, index) => `k${index}: 'varchar'`).join(', ');
  const source = `
    select
      (substr(pc, 1, 4)::integer - 1000) * 676
        + (ascii(substr(pc, 5, 1)) - 65) * 26 + ascii(substr(pc, 6, 1)) - 65 as pc,
      trim(${column('huisnummer')})::integer as hnr,
      ${withoutLetters('WK', 6, column('wijk'))} as wijk
    from (
      select *, upper(replace(${column('postcode')}, ' ', '')) as pc
      from read_csv($pad, delim = '${delimiter}', header = true, auto_detect = false,
        columns = {${types}}, quote = '"', strict_mode = true)
    )
    where $gemeente is null or ${withoutLetters('GM', 4, column('gemeente'))} = $gemeente`;
  const database = await Database.open(':memory:', {threads: '2', memory_limit: '1GB'});
  try {
    const gemeente = gemeenteCode?.replace(/^GM/, '') ?? null;
    await database.run(`create temp table adres as ${source}`, {pad, gemeente});
    return Object.assign(await lookup(database), {jaar});
  } catch {
    // The error of the engine quotes the line.
    throw new LeveringGeweigerd(naam, 'dit bestand is niet heel. Haal het opnieuw op bij het CBS.');
  } finally {
    database.close();
  }
}

/** WK040001, 040001 and 40001 are the same wijk: CBS wrote codes as numbers for years. */
function withoutLetters(letters: string, digits: number, column: string): string {
  return `lpad(regexp_replace(upper(trim(${column})), '^${letters}', ''), ${digits}, '0')`;
}

async function lookup(
  database: Database,
): Promise<(postcode: string, huisnummer: number) => string | null> {
  const whole = await database.rows(
    'select pc, min(wijk) as wijk from adres group by pc having min(wijk) = max(wijk)',
  );
  const perPostcode = new Map(whole.map(({pc, wijk}) => [Number(pc), String(wijk)]));
  await database.run(
    `create temp table gemengd as
     select pc::bigint * ${NUMBERS} + hnr as adres, min(wijk) as wijk
     from adres
     where pc in (select pc from adres group by pc having min(wijk) <> max(wijk))
     group by all`,
  );
  const wijken = (await database.rows('select distinct wijk from gemengd order by wijk')).map(
    ({wijk}) => String(wijk),
  );
  const [size] = await database.rows('select count(*) as aantal from gemengd');
  const adressen = new Float64Array(Number(size?.['aantal']));
  const wijkAt = new Uint32Array(adressen.length);
  const place = new Map(wijken.map((wijk, index) => [wijk, index]));
  const reader = await database.connection.runAndReadAll(
    'select adres::double as adres, wijk from gemengd order by adres',
  );
  reader.getRows().forEach(([adres, wijk], index) => {
    adressen[index] = Number(adres);
    wijkAt[index] = place.get(String(wijk)) ?? 0;
  });
  return (postcode, huisnummer) => {
    const pc = postcodeNumber(postcode);
    if (pc === null) return null;
    const wijk =
      perPostcode.get(pc) ?? wijken[wijkAt[find(adressen, pc * NUMBERS + huisnummer)] ?? -1];
    return wijk === undefined ? null : `WK${wijk}`;
  };
}

/** Place of a value in sorted numbers, or -1. */
function find(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? 0;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function postcodeNumber(postcode: string): number | null {
  const text = postcode.replaceAll(' ', '').toUpperCase();
  if (!/^[1-9][0-9]{3}[A-Z]{2}$/.test(text)) return null;
  const letters = (text.charCodeAt(4) - 65) * 26 + text.charCodeAt(5) - 65;
  return (Number(text.slice(0, 4)) - 1000) * 676 + letters;
}

function readHeader(pad: string): {delimiter: string; kolommen: string[]} {
  const file = openSync(pad, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    const head = bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
    const [line = ''] = head.split(/\r?\n/, 1);
    const delimiter = [';', ','].find((candidate) => line.includes(candidate)) ?? ';';
    const kolommen = line
      .replace(/^ï»¿/, '')
      .split(delimiter)
      .map((kolom) => kolom.trim().replace(/^"(.*)"$/, '$1'));
    return {delimiter, kolommen};
  } finally {
    closeSync(file);
  }
}
