import {ColumnScan} from './column-scan.ts';
import type {GateFinding} from './finding.ts';
import {maskFileName} from './mask.ts';

/** File names that hold identifiers, masked; at most five of each kind. Names are gone through twice. */
export function checkFileNames(names: Iterable<string>, now: Date): GateFinding[] {
  const scan = new ColumnScan({naam: '', rol: 'kop'}, now);
  let count = 0;
  for (const name of names) scan.addSuspect(asWords(name, now), count++, 1);
  const judged = scan.judge();
  const found = namesAt(names, new Set(judged.flatMap(({treffers}) => treffers.regels)));
  return judged.flatMap(({soort, treffers}) =>
    treffers.regels.map((at) => {
      const patroon = maskFileName(found.get(at) ?? '');
      const finding = {bestand: patroon, kolom: '', soort, aantal: 1, patroon, regels: []};
      return {...finding, oordeel: 'geweigerd' as const};
    }),
  );
}

function namesAt(names: Iterable<string>, wanted: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  if (wanted.size === 0) return found;
  let at = 0;
  for (const name of names) {
    if (wanted.has(at)) found.set(at, name);
    at += 1;
  }
  return found;
}

/**
 * The kind of identifier that a name (of a file, a column, a source) holds, or null. Underscores
 * count as spaces and an extension as nothing. One is too many.
 */
export function identifierIn(name: string, now: Date): string | null {
  const scan = new ColumnScan({naam: '', rol: 'kop'}, now);
  scan.addSuspect(asWords(name, now), 1, 1);
  return scan.judge()[0]?.soort ?? null;
}

/** The code of a gemeente, wijk or buurt: behind a year, "2024_GM0400", it looks like a postcode. */
const AREA_CODE =
  /(?<![A-Za-z0-9])(?:GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})(?![A-Za-z0-9])/g;

/** A year and two letters with an underscore between, as in "2024_DH": no address, and no number follows. */
const YEAR_AND_LETTERS = /(?<![A-Za-z0-9])(20[0-9]{2})_(?=[A-Z]{2}(?![A-Za-z0-9]|[_ ]*[0-9]))/g;

function asWords(name: string, now: Date): string {
  const bare = name.replace(/\.[a-z]{3,4}$/i, '').replaceAll(AREA_CODE, ' ');
  const years = bare.replaceAll(YEAR_AND_LETTERS, (found, year: string) =>
    Number(year) <= now.getUTCFullYear() + 1 ? `${year}-` : found,
  );
  // "export-0612345678": a hyphen before a number is no part of it.
  return years.replaceAll(/[_/\\]+|(?<=\p{L})-(?=\d)/gu, ' ');
}
