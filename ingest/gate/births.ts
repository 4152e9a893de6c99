import type {Cell, GateColumn} from './cell.ts';
import {yearOf} from './dates.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

const HEADER = /geboort|geb[._ ]?(?:dat|d|jaar)|birth|\bdob\b|geboren/i;
/** A date of birth that a text says to be one: "geb. 12-03-1951". */
const IN_TEXT =
  /(?<!\p{L})(?:geb|geboren|geboortedatum)(?!\p{L})\D{0,6}\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,9})[-/. ]\d{2,4}/iu;
/** No registration of a wijkteam holds events this old; among dates of birth they are common. */
const OLD_YEARS = 40;
const OLD_SHARE = 0.05;
const OLD_DISTINCT = 10;
/** Numbers that count on are now and then a date without hyphens. */
const EIGHT_DIGITS = /^\d{8}$/;
const NUMBERS_SHARE = 0.1;

/**
 * A date of birth that a text tells, or a column of dates that looks like births: by its name or by
 * how far it goes back.
 */
export class BirthDetector implements Detector {
  readonly #named: boolean;
  readonly #lastOld: number;
  readonly #told = new Hits();
  readonly #dates = new Hits();
  readonly #old = new Hits();
  readonly #oldDates = new DistinctSample<null>();
  #numbers = 0;

  constructor({naam}: GateColumn, thisYear: number) {
    this.#named = HEADER.test(naam);
    this.#lastOld = thisYear - OLD_YEARS;
  }

  add(cell: Cell): void {
    const told = IN_TEXT.exec(cell.tekst)?.[0];
    if (told !== undefined) this.#told.add(cell, told);
    const year = yearOf(cell.tekst);
    if (year === null) {
      if (EIGHT_DIGITS.test(cell.tekst)) this.#numbers += cell.aantal;
      return;
    }
    this.#dates.add(cell, cell.tekst);
    if (year > this.#lastOld) return;
    this.#old.add(cell, cell.tekst);
    this.#oldDates.add(cell.tekst, null);
  }

  judge(gevuld: number): Judgement | null {
    if (this.#told.aantal > 0) {
      return {soort: 'geboortedatum', oordeel: 'geweigerd', treffers: this.#told};
    }
    if (this.#named && this.#dates.aantal > 0) {
      return {soort: 'geboortedatum', oordeel: 'geweigerd', treffers: this.#dates};
    }
    // One date that stands for "unknown" (1900-01-01) is no column of births.
    const births =
      this.#numbers < NUMBERS_SHARE * this.#dates.aantal &&
      this.#oldDates.size >= OLD_DISTINCT &&
      this.#old.aantal / gevuld >= OLD_SHARE;
    return births ? {soort: 'geboortedatum', oordeel: 'nakijken', treffers: this.#old} : null;
  }
}

/** Whether the name of a column says that it holds a date of birth. */
export function namedAsBirth(naam: string): boolean {
  return HEADER.test(naam);
}
