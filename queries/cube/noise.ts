import {createHmac} from 'node:crypto';

/** The secrets of the release job: 256 bits each. They never leave this module. */
export interface Salts {
  label: Uint8Array;
  record: Uint8Array;
}

const TWO_52 = 2 ** 52;
const RECORD_BITS = 60n;

/** Fixed chance: the same text gives the same number until the salt is replaced. */
export class Noise {
  readonly #salts: Salts;
  readonly #labels = new Map<string, number>();

  constructor(salts: Salts) {
    this.#salts = salts;
  }

  /** Uniform on [0, 1) for a text without a record key in it; remembered, labels recur. */
  label(text: string): number {
    const known = this.#labels.get(text);
    if (known !== undefined) return known;
    const value = this.#uniform(text);
    this.#labels.set(text, value);
    return value;
  }

  /** Triangular on (-1, 1): U(x|a) + U(x|b) − 1. */
  triangular(text: string): number {
    return this.#uniform(`${text}|a`) + this.#uniform(`${text}|b`) - 1;
  }

  /** Record key of a client: 60 bits; the XOR over a group tells groups apart, never its members. */
  recordKey(clientId: string): bigint {
    const digest = createHmac('sha256', this.#salts.record).update(clientId).digest();
    return digest.readBigUInt64BE(0) >> (64n - RECORD_BITS);
  }

  /** First 52 bits of HMAC-SHA-256(salt, text), divided by 2^52. */
  #uniform(text: string): number {
    const digest = createHmac('sha256', this.#salts.label).update(text).digest();
    return Number(digest.readBigUInt64BE(0) >> 12n) / TWO_52;
  }
}
