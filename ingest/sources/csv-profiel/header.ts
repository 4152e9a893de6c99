import {parse} from 'csv-parse/sync';
import {LeveringGeweigerd} from '../../errors.ts';
import type {FileMapping} from './mapping.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** A header as delivered. `kolommen` has an empty name where the export has none. */
export interface SourceHeader {
  scheiding: string;
  kolommen: string[];
}

/** Finds the delimiter (the one that gives most columns) and the names in the first line. */
export function parseSourceHeader(bestand: string, line: string): SourceHeader {
  const [best] = DELIMITERS.map((scheiding) => ({
    scheiding,
    kolommen: cells(line, scheiding),
  })).sort((a, b) => b.kolommen.length - a.kolommen.length);
  if (best === undefined || best.kolommen.every((naam) => naam === '')) {
    throw refusal(bestand, 'de kopregel ontbreekt. Zet de namen van de kolommen bovenaan.');
  }
  return best;
}

function cells(line: string, delimiter: string): string[] {
  const [row = []]: string[][] = parse(line, {
    delimiter,
    trim: true,
    relax_quotes: true,
    skip_records_with_error: true,
  });
  return row;
}

/**
 * Holds a header against its mapping. Throws `LeveringGeweigerd` for a column twice, one that the
 * mapping does not know (by its place: a name can hold anything), and one that it misses.
 */
export function judgeHeader(
  bestand: string,
  {kolommen}: SourceHeader,
  {negeer, tabellen}: FileMapping,
): void {
  const named = kolommen.filter((naam) => naam !== '');
  const wanted = tabellen.flatMap(usedColumns);
  const known = new Set([...wanted, ...negeer]);
  const twice = named.findIndex((naam, index) => named.indexOf(naam) !== index);
  if (twice !== -1) {
    const place = kolommen.lastIndexOf(named[twice] ?? '') + 1;
    throw refusal(bestand, `kolom ${place} heeft dezelfde naam als een andere. Haal er één weg.`);
  }
  const unknown = named.filter((naam) => !known.has(naam));
  if (unknown.length > 0) {
    const places = unknown.map((naam) => `kolom ${kolommen.indexOf(naam) + 1}`).join(', ');
    throw refusal(
      bestand,
      `onbekende kolom (${places}). Zet de kolom in het profiel, of bij "negeer".`,
    );
  }
  const missing = [...new Set(wanted)].filter((naam) => !named.includes(naam));
  if (missing.length === 0) return;
  const names = missing.map((naam) => `"${naam}"`).join(', ');
  throw refusal(bestand, `kolom ontbreekt: ${names}. Voeg de kolom toe of pas het profiel aan.`);
}

/** Columns of the export that a table of the mapping reads. */
export function usedColumns({alleen, kolommen}: FileMapping['tabellen'][number]): string[] {
  const columns = Object.values(kolommen).flatMap((one) => ('kolom' in one ? [one.kolom] : []));
  return alleen === undefined ? columns : [...columns, alleen.kolom];
}

function refusal(bestand: string, reden: string): LeveringGeweigerd {
  return new LeveringGeweigerd(bestand, `regel 1: ${reden}`);
}
