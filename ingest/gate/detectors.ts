/**
 * A kind of direct identifier. `kandidaat` and `treffer` are SQL conditions over one text cell;
 * `oordeel` judges the column by their counts.
 */
export interface Detector {
  soort: string;
  kandidaat: (cell: string) => string;
  treffer: (cell: string) => string;
  oordeel: (kandidaten: number, treffers: number) => boolean;
}

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
/** A random number passes the elfproef with chance 1/11, so the column is judged, not the number. */
const BSN_SHARE = 0.5;
const BSN_CANDIDATES = 10;
/** So few numbers that all pass are no chance either: (1/11)^4 < 1e-4. */
const BSN_FEW = 4;

/** Nine digits, or eight with a lost zero; spaces, dots and dashes do not count. */
function digits(cell: string): string {
  return `lpad(regexp_replace(${cell}, '[ .-]', '', 'g'), 9, '0')`;
}

function looksLikeBsn(cell: string): string {
  return `(length(${cell}) between 8 and 13
    and regexp_full_match(regexp_replace(${cell}, '[ .-]', '', 'g'), '[0-9]{8,9}'))`;
}

function passesElfproef(cell: string): string {
  const sum = WEIGHTS.map(
    (weight, index) =>
      `${weight} * coalesce(try_cast(${digits(cell)}[${index + 1}] as integer), 0)`,
  ).join(' + ');
  return `(${looksLikeBsn(cell)} and (${sum}) % 11 = 0 and ${digits(cell)} <> '000000000')`;
}

const anyHit = (_kandidaten: number, treffers: number): boolean => treffers > 0;
const never = (): string => 'false';

/** A cell that holds `pattern` somewhere, after a cheap test that most cells fail. */
function holding(soort: string, cheap: (cell: string) => string, pattern: string): Detector {
  return {
    soort,
    kandidaat: never,
    treffer: (cell) => `(${cheap(cell)} and regexp_matches(${cell}, '${pattern}'))`,
    oordeel: anyHit,
  };
}

/** Every kind of identifier that the gate knows (design/privacy.md, "At the door"). */
export const DETECTORS: readonly Detector[] = [
  {
    soort: 'BSN',
    kandidaat: looksLikeBsn,
    treffer: passesElfproef,
    oordeel: (kandidaten, treffers) =>
      treffers / kandidaten >= BSN_SHARE &&
      (kandidaten >= BSN_CANDIDATES || (kandidaten >= BSN_FEW && treffers === kandidaten)),
  },
  holding('e-mailadres', (cell) => `contains(${cell}, '@')`, '[^ @;]+@[^ @;]+[.][a-zA-Z]{2,}'),
  holding('webadres', (cell) => `contains(${cell}, '/')`, 'https?://'),
  holding(
    'IBAN',
    (cell) => `length(${cell}) >= 15`,
    '(^|[^A-Za-z0-9_-])[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}',
  ),
  holding(
    'telefoonnummer',
    (cell) => `length(${cell}) >= 10`,
    '(^|[^0-9A-Za-z_-])([+]31|0031|0)[ -]?[1-9]([ -]?[0-9]){8}($|[^0-9])',
  ),
  holding(
    'postcode',
    (cell) => `length(${cell}) >= 6`,
    '(^|[^0-9A-Za-z_-])[1-9][0-9]{3} ?[A-Z]{2}($|[^A-Za-z0-9_-])',
  ),
];

/** Matches every cell that any detector can hit: a test holds the two together. */
export const ANY_IDENTIFIER =
  '@|://|[0-9][0-9 .-]{6,}[0-9]|(^|[^0-9A-Za-z_-])([1-9][0-9]{3} ?[A-Z]{2}|[A-Z]{2}[0-9]{2} ?[A-Z]{4})';
