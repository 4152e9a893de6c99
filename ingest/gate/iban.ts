import {anyHit} from './detector.ts';

/** Length of an IBAN per country (SWIFT IBAN registry; the countries that people here bank in). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  BA: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  XK: 20,
};

const START = /(?<![A-Z0-9-])[A-Z]{2}\d{2}/g;

/** An IBAN anywhere in a cell: right length for its country and mod 97 = 1 (ISO 13616). */
export const iban = anyHit('IBAN', ({tekst}) => {
  const text = tekst.toUpperCase();
  for (const {index} of text.matchAll(START)) {
    const found = readIban(text, index);
    if (found !== null) return found;
  }
  return null;
});

function readIban(text: string, start: number): string | null {
  const length = LENGTHS[text.slice(start, start + 2)] ?? 0;
  let compact = '';
  let at = start;
  while (at < text.length && compact.length < length) {
    const sign = text.charAt(at);
    if (/[A-Z0-9]/.test(sign)) compact += sign;
    else if (!/[ .-]/.test(sign)) return null;
    at += 1;
  }
  const ends = !/[A-Z0-9]/.test(text.charAt(at));
  return length > 0 && compact.length === length && ends && mod97(compact) === 1
    ? text.slice(start, at)
    : null;
}

function mod97(compact: string): number {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
