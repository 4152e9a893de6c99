/** What a column is declared to hold; decides which rules apply to its cells. */
export type ColumnRole = 'overig' | 'pseudoniem' | 'code' | 'tekst' | 'kop';

/**
 * A column as the gate sees it. `code`: has a declared code list or pattern. `tekst`: a short text
 * that people may write. `kop`: a header or a file name, in which one identifier is too many.
 */
export interface GateColumn {
  naam: string;
  rol: ColumnRole;
}

/** A cell in one spelling, with the line on which it stands (first) and how often. */
export interface Cell {
  tekst: string;
  regel: number;
  aantal: number;
  /** Words of two letters or more: none in "A-12", one in "nr 12", two or more in a sentence. */
  woorden: number;
}

const WORD = /(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{N}])/gu;
const PLAIN = /^[ -~]*$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * One spelling for what looks the same: full-width digits, hard spaces, other dashes and invisible
 * characters are no way around the gate.
 */
export function readCell(value: string, regel: number, aantal: number): Cell {
  const plain = PLAIN.test(value)
    ? value
    : value.normalize('NFKC').replaceAll(INVISIBLE, '').replaceAll(DASHES, '-');
  const tekst = plain.trim();
  return {tekst, regel, aantal, woorden: tekst.match(WORD)?.length ?? 0};
}
