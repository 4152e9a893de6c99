import type {Cell, GateColumn} from './cell.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

const WORD = /[\p{L}\d'’-]+/gu;
const WORDS = 5;
const LONG = 80;
const SHARE = 0.2;
const DISTINCT = 10;
const DISTINCT_SHARE = 0.5;

/** Free text where none is allowed: many words, hardly ever the same. */
export class FreeTextDetector implements Detector {
  readonly #allowed: boolean;
  readonly #texts = new Hits();
  readonly #distinct = new DistinctSample<null>();
  #seen = 0;

  constructor({rol}: GateColumn) {
    this.#allowed = rol === 'tekst' || rol === 'kop';
  }

  add(cell: Cell): void {
    if (this.#allowed || cell.woorden < 2) return;
    const words = cell.tekst.match(WORD)?.length ?? 0;
    if (words < WORDS && !(words > 2 && cell.tekst.length > LONG)) return;
    this.#seen += cell.aantal;
    this.#texts.add(cell, cell.tekst);
    this.#distinct.add(cell.tekst, null);
  }

  judge(gevuld: number): Judgement | null {
    const {distinct} = this.#distinct;
    const free =
      distinct >= DISTINCT &&
      this.#seen / gevuld >= SHARE &&
      distinct / this.#seen >= DISTINCT_SHARE;
    return free ? {soort: 'vrije tekst', oordeel: 'geweigerd', treffers: this.#texts} : null;
  }
}
