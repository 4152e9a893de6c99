import {binomialTail} from './binomial-tail.ts';
import type {Cell, GateColumn} from './cell.ts';
import {yearOf} from './dates.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
/** A random number passes the elfproef with this chance, so the column is judged. */
const CHANCE = 1 / 11;
const SHARE = 0.5;
const CANDIDATES = 10;
const TAIL = 1e-4;
const REPEATED = 3;
/** Among keys that letters and digits are drawn for, nine digits come in a row now and then. */
const SELDOM = 0.01;

/** Nine digits that pass the elfproef and are not all zeros (source: Besluit BSN, RvIG). */
export function passesElfproef(digits: string): boolean {
  if (digits.length !== 9 || digits === '000000000') return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += (WEIGHTS[at] ?? 0) * (digits.charCodeAt(at) - 48);
  return sum % 11 === 0;
}

const WHOLE = /^\d[\d .-]{6,12}\d$/;
const AMOUNT = /^\d+[.,]\d{1,2}$/;
const FLOAT = /^(\d{8,9})[.,]0+$/;

/** A cell that is a number of nine digits, or eight with a lost zero; no date, no amount. */
export function bsnCandidate(text: string): string | null {
  const whole = FLOAT.exec(text)?.[1] ?? text;
  if (!WHOLE.test(whole) || AMOUNT.test(whole) || yearOf(whole) !== null) return null;
  const digits = whole.replaceAll(/[ .-]/g, '');
  return digits.length === 8 || digits.length === 9 ? digits.padStart(9, '0') : null;
}

const EMBEDDED =
  /(?<!\d|\d[.,])(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}(?<s>[ .-])\d{2}\k<s>\d{3})(?![.,]?\d)/g;
const LABEL = /bsn|burger ?service|sofi ?-?nummer/i;
/** Longer runs of characters are tokens, in which digits mean nothing. */
const TOKEN_LENGTH = 21;
/** Where pseudonyms are declared such a run is one, also with dashes in it. */
const PSEUDONYM = /^(?:\w{1,8}:)?[\w-]{22,}$/;

/** Judges a column by the share of its distinct numbers that pass the elfproef. */
export class BsnDetector implements Detector {
  readonly #column: GateColumn;
  readonly #numbers = new DistinctSample<boolean>();
  readonly #chance = new Hits();
  readonly #sentence = new Hits();
  readonly #labelled = new Hits();
  /** Cells that are a passing number and nothing else. */
  #bare = 0;

  constructor(column: GateColumn) {
    this.#column = column;
  }

  add(cell: Cell): void {
    const {tekst, woorden} = cell;
    const labelled = LABEL.test(this.#column.naam) || LABEL.test(tekst);
    const text = woorden > 1 || this.#column.rol === 'tekst' || this.#column.rol === 'kop';
    const whole = bsnCandidate(tekst);
    const inside = this.#column.rol === 'pseudoniem' && PSEUDONYM.test(tekst) ? [] : embedded(cell);
    for (const number of whole === null ? inside : [whole]) {
      const passes = passesElfproef(number);
      if (passes && labelled) this.#labelled.add(cell, number);
      else if (passes && text) this.#sentence.add(cell, number);
      // Names of many files are numbered: those are judged as a column.
      if (text && this.#column.rol !== 'kop') continue;
      this.#numbers.add(number, passes);
      if (passes) this.#chance.add(cell, number);
      if (passes && whole !== null) this.#bare += 1;
    }
  }

  judge(gevuld: number): Judgement | null {
    const finding = (oordeel: Judgement['oordeel'], treffers: Hits): Judgement => ({
      soort: 'BSN',
      oordeel,
      treffers,
    });
    if (this.#labelled.aantal > 0) return finding('geweigerd', this.#labelled);
    const all = this.#numbers.size;
    const passing = this.#numbers.count((passes) => passes);
    if (all >= CANDIDATES && passing / all >= SHARE) return finding('geweigerd', this.#chance);
    // The same few people in many rows: two numbers can be chance, three that all pass hardly.
    const repeated = all >= REPEATED && passing === all && this.#chance.aantal >= CANDIDATES;
    if (repeated) return finding('geweigerd', this.#chance);
    if (binomialTail(passing, all, CHANCE) < TAIL) {
      return finding(passing === all ? 'geweigerd' : 'nakijken', this.#chance);
    }
    // A pseudonym is no bare number: of a few that all pass, nobody can say it is chance.
    const isOften = this.#bare > 0 || passing / gevuld >= SELDOM;
    const pseudonym = this.#column.rol === 'pseudoniem' && passing > 0 && passing === all;
    if (pseudonym && isOften) return finding('nakijken', this.#chance);
    // Of a few numbered files one passes by chance; of names that hold a person's number, most do.
    const isFew = all === 1 || (all < CANDIDATES && passing / all >= SHARE);
    const numbered = this.#column.rol === 'kop' && !isFew;
    return this.#sentence.aantal > 0 && !numbered ? finding('nakijken', this.#sentence) : null;
  }
}

function embedded({tekst, woorden}: Cell): string[] {
  if (woorden === 0 && tekst.length > TOKEN_LENGTH) return [];
  return (tekst.match(EMBEDDED) ?? []).map((found) => found.replaceAll(/[ .-]/g, ''));
}
