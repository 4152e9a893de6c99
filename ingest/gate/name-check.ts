import {ColumnScan} from './column-scan.ts';
import type {GateFinding} from './finding.ts';
import {maskFileName} from './mask.ts';

/** File names that hold identifiers, masked; at most five of each kind. */
export function checkFileNames(names: readonly string[], now: Date): GateFinding[] {
  const scan = new ColumnScan({naam: '', rol: 'kop'}, now);
  for (const [at, name] of names.entries()) scan.addSuspect(asWords(name), at, 1);
  return scan.judge().flatMap(({soort, treffers}) =>
    treffers.regels.map((at) => {
      const patroon = maskFileName(names[at] ?? '');
      const found = {bestand: patroon, kolom: '', soort, aantal: 1, patroon, regels: []};
      return {...found, oordeel: 'geweigerd' as const};
    }),
  );
}

/**
 * The kind of identifier that a name (of a file, a column, a source) holds, or null. Underscores
 * count as spaces and an extension as nothing. One is too many.
 */
export function identifierIn(name: string, now: Date): string | null {
  const scan = new ColumnScan({naam: '', rol: 'kop'}, now);
  scan.addSuspect(asWords(name), 1, 1);
  return scan.judge()[0]?.soort ?? null;
}

/** The code of a gemeente, wijk or buurt: behind a year, "2024_GM0400", it looks like a postcode. */
const AREA_CODE =
  /(?<![A-Za-z0-9])(?:GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})(?![A-Za-z0-9])/g;

function asWords(name: string): string {
  const bare = name.replace(/\.[a-z]{3,4}$/i, '').replaceAll(AREA_CODE, ' ');
  // "export-0612345678": a hyphen before a number is no part of it.
  return bare.replaceAll(/[_/\\]+|(?<=\p{L})-(?=\d)/gu, ' ');
}
