import type {Cell} from './cell.ts';
import {Hits, type Detector, type Judgement} from './detector.ts';
import {DistinctSample} from './distinct-sample.ts';

/** A hash function whose outcome has the length of the cells of a column. */
export type Algoritme = 'md5' | 'sha1' | 'sha256';

const BY_BYTES: Readonly<Record<number, Algoritme>> = {16: 'md5', 20: 'sha1', 32: 'sha256'};
const HEX = /^(?:0x)?((?:[0-9a-f]{2}){16}|(?:[0-9a-f]{2}){20}|(?:[0-9a-f]{2}){32})$/i;
/** The last sign of base64 holds fewer bits: most random texts of this length are no base64. */
const BASE64 =
  /^(?:[A-Za-z0-9+/_-]{21}[AQgw](?:==)?|[A-Za-z0-9+/_-]{26}[AEIMQUYcgkosw048]=?|[A-Za-z0-9+/_-]{42}[AEIMQUYcgkosw048]=?)$/;
/** A random UUID says so in two of its digits; written without hyphens it is no hash. */
const UUID4 = /^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/;
const SHARE = 0.5;

/** The bytes of a cell that has the shape of a bare hash, as lower-case hex; else null. */
export function digestOf(text: string): string | null {
  const hex = HEX.exec(text)?.[1]?.toLowerCase();
  if (hex !== undefined) return UUID4.test(hex) ? null : hex;
  return BASE64.test(text) ? Buffer.from(text, 'base64').toString('hex') : null;
}

/** A column whose cells have the shape of a bare hash: to be tested against all BSNs. */
export interface DigestColumn {
  algoritme: Algoritme;
  /** Distinct hashes, lower-case hex: a uniform sample. */
  waarden: string[];
}

/**
 * Collects cells that look like a hash without a key. Shape alone is no proof, because a keyed
 * pseudonym may look the same: `judge` answers nothing until `prove` was called.
 */
export class DigestDetector implements Detector {
  readonly #hits = new Hits();
  readonly #digests = new DistinctSample<null>();
  #proven = false;

  add(cell: Cell): void {
    const digest = digestOf(cell.tekst);
    if (digest === null) return;
    this.#hits.add(cell, cell.tekst);
    this.#digests.add(digest, null);
  }

  /** What must be tested, or null when too few of the `gevuld` cells look like a hash. */
  toTest(gevuld: number): DigestColumn | null {
    if (this.#hits.aantal === 0 || this.#hits.aantal / gevuld < SHARE) return null;
    const waarden = this.#digests.values();
    const bytes = (waarden[0]?.length ?? 0) / 2;
    const algoritme = BY_BYTES[bytes];
    if (algoritme === undefined) return null;
    return {algoritme, waarden: waarden.filter((waarde) => waarde.length === 2 * bytes)};
  }

  /** Some hash of the column is that of a BSN. */
  prove(): void {
    this.#proven = true;
  }

  judge(): Judgement | null {
    return this.#proven
      ? {soort: 'BSN als hash zonder sleutel', oordeel: 'geweigerd', treffers: this.#hits}
      : null;
  }
}
