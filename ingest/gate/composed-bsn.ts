import {passesElfproef} from './bsn.ts';
import type {Cell} from './cell.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

/** Longer than a BSN, no longer than a year or the code of a gemeente before or behind it. */
const COMPOSED = /(?<!\d)\d{10,14}(?!\d)/;
const LENGTH = 9;
/** By chance one number in eleven passes; so many that nearly all pass do not come about by it. */
const DISTINCT = 10;
const SHARE = 0.9;

/** A column of numbers that are made of a BSN: it stands at their begin or their end. */
export class ComposedBsnDetector implements Detector {
  readonly #ends = [LENGTH, -LENGTH].map((length) => ({
    length,
    numbers: new DistinctSample<boolean>(),
    passing: new Hits(),
  }));

  add(cell: Cell): void {
    const composed = COMPOSED.exec(cell.tekst)?.[0];
    if (composed === undefined) return;
    for (const {length, numbers, passing} of this.#ends) {
      const number = length > 0 ? composed.slice(0, length) : composed.slice(length);
      const passes = passesElfproef(number);
      numbers.add(number, passes);
      if (passes) passing.add(cell, composed);
    }
  }

  judge(): Judgement | null {
    for (const {numbers, passing} of this.#ends) {
      const all = numbers.size;
      const share = numbers.count((passes) => passes) / all;
      if (all >= DISTINCT && share >= SHARE) {
        return {soort: 'BSN', oordeel: 'geweigerd', treffers: passing};
      }
    }
    return null;
  }
}
