/** So many distinct values are kept at most: enough for any judgement, flat in memory. */
const CAPACITY = 8192;
const FULL = 2 ** 32;

/**
 * A sample of the distinct values of a column, uniform over them however often each occurs: kept
 * are those whose hash lies under a limit that halves when the sample is full.
 */
export class DistinctSample<T> {
  readonly #kept = new Map<string, T>();
  #limit = FULL;

  /** Adds a value; what it is told about a value must follow from the value. */
  add(value: string, told: T): void {
    if (this.#limit < FULL && hash(value) >= this.#limit) return;
    this.#kept.set(value, told);
    while (this.#kept.size > CAPACITY) this.#halve();
  }

  /** Distinct values in the sample. */
  get size(): number {
    return this.#kept.size;
  }

  /** Estimated number of distinct values seen; exact until the sample is full. */
  get distinct(): number {
    return Math.round((this.#kept.size * FULL) / this.#limit);
  }

  /** How many values of the sample hold `test`. */
  count(test: (told: T, value: string) => boolean): number {
    let total = 0;
    for (const [value, told] of this.#kept) if (test(told, value)) total += 1;
    return total;
  }

  values(): string[] {
    return [...this.#kept.keys()];
  }

  #halve(): void {
    this.#limit /= 2;
    for (const value of this.#kept.keys()) {
      if (hash(value) >= this.#limit) this.#kept.delete(value);
    }
  }
}

/** FNV-1a over UTF-16 units, then mixed so that its high bits spread over short values. */
function hash(value: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1) {
    h = Math.imul(h ^ value.charCodeAt(at), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
