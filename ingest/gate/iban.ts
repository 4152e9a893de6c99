import type {Cell} from './cell.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';

/**
 * What follows country and check digits of an IBAN: so many digits (n), letters (a) or either (c). From
 * the SWIFT IBAN registry; the countries that people here bank in.
 */
const STRUCTURES: Readonly<Record<string, string>> = {
  AD: 'n8c12',
  AE: 'n19',
  AL: 'n8c16',
  AT: 'n16',
  BA: 'n16',
  BE: 'n12',
  BG: 'a4n6c8',
  CH: 'n5c12',
  CY: 'n8c16',
  CZ: 'n20',
  DE: 'n18',
  DK: 'n14',
  EE: 'n16',
  EG: 'n25',
  ES: 'n20',
  FI: 'n14',
  FR: 'n10c11n2',
  GB: 'a4n14',
  GE: 'a2n16',
  GI: 'a4c15',
  GR: 'n7c16',
  HR: 'n17',
  HU: 'n24',
  IE: 'a4n14',
  IL: 'n19',
  IS: 'n22',
  IT: 'a1n10c12',
  LI: 'n5c12',
  LT: 'n16',
  LU: 'n3c13',
  LV: 'a4c13',
  MC: 'n10c11n2',
  MD: 'c20',
  ME: 'n18',
  MK: 'n3c10n2',
  MT: 'a4n5c18',
  NL: 'a4n10',
  NO: 'n11',
  PK: 'a4c16',
  PL: 'n24',
  PT: 'n21',
  RO: 'a4c16',
  RS: 'n18',
  SA: 'n2c18',
  SE: 'n20',
  SI: 'n15',
  SK: 'n20',
  SM: 'a1n10c12',
  TN: 'n20',
  TR: 'n6c16',
  UA: 'n6c19',
  XK: 'n16',
};

const SHAPES = new Map(
  Object.entries(STRUCTURES).map(([country, structure]) => {
    const parts = [...structure.matchAll(/([nac])(\d+)/g)];
    const length = parts.reduce((sum, [, , count]) => sum + Number(count), 4);
    // Somebody may write part of it in capitals; where anything can stand, that would be any token.
    const shape = (either: string): string =>
      parts
        .map(([, kind, count]) => {
          const signs = kind === 'n' ? '\\d' : kind === 'a' ? '[A-Za-z]' : either;
          return `${signs}{${count}}`;
        })
        .join('');
    const pattern = new RegExp(`^.{4}(?:${shape('[A-Z0-9]')}|${shape('[a-z0-9]')})$`);
    return [country, {length, pattern}];
  }),
);

const START = /(?<![A-Za-z0-9-])[A-Za-z]{2}\d{2}/g;
const SHARE = 0.5;

/**
 * An IBAN anywhere in a cell: made as in its country, and mod 97 = 1 (ISO 13616). One is enough, but a
 * token passes once in 97 times: where whole cells are tokens, most that could be one have to be.
 */
export class IbanDetector implements Detector {
  readonly #inText = new Hits();
  readonly #whole = new Hits();
  #candidates = 0;
  #passing = 0;

  add(cell: Cell): void {
    for (const {index} of cell.tekst.matchAll(START)) {
      const found = readCandidate(cell.tekst, index);
      if (found === null) continue;
      const passes = mod97(found.compact) === 1;
      if (found.compact !== cell.tekst) {
        if (passes) this.#inText.add(cell, found.text);
        continue;
      }
      this.#candidates += 1;
      if (!passes) continue;
      this.#passing += 1;
      this.#whole.add(cell, found.text);
    }
  }

  judge(): Judgement | null {
    const finding = (treffers: Hits): Judgement => ({
      soort: 'IBAN',
      oordeel: 'geweigerd',
      treffers,
    });
    if (this.#inText.aantal > 0) return finding(this.#inText);
    const most = this.#passing > 0 && this.#passing / this.#candidates >= SHARE;
    return most ? finding(this.#whole) : null;
  }
}

function readCandidate(text: string, start: number): {text: string; compact: string} | null {
  const shape = SHAPES.get(text.slice(start, start + 2).toUpperCase());
  if (shape === undefined) return null;
  let compact = '';
  let at = start;
  while (at < text.length && compact.length < shape.length) {
    const sign = text.charAt(at);
    if (/[A-Za-z0-9]/.test(sign)) compact += sign;
    else if (!/[ .-]/.test(sign)) return null;
    at += 1;
  }
  const ends = !/[A-Za-z0-9]/.test(text.charAt(at));
  return ends && shape.pattern.test(compact) ? {text: text.slice(start, at), compact} : null;
}

function mod97(compact: string): number {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
