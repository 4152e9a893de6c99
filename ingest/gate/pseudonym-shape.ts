const ALPHABETS = [
  ['cijfers', '[0-9]+'],
  ['hexadecimaal', '[0-9a-f]+'],
  ['letters en cijfers', '[A-Za-z0-9]+'],
  ['base64url', '[A-Za-z0-9_-]+'],
] as const;
const PATTERNS = ALPHABETS.map(([, pattern]) => new RegExp(`^${pattern}$`));

/** The narrowest alphabet that holds all pseudonyms of a delivery. */
export type Alfabet = (typeof ALPHABETS)[number][0] | 'anders';

/** Length and alphabet of pseudonyms; memory is flat. */
export class PseudonymShape {
  readonly #lengths = new Map<number, number>();
  #alphabet = 0;

  /** Adds a pseudonym that stands in `aantal` cells; an empty cell is none. */
  add(pseudonym: string, aantal = 1): void {
    if (pseudonym === '') return;
    const fits = PATTERNS.findIndex((pattern) => pattern.test(pseudonym));
    this.addGroup(pseudonym.length, fits === -1 ? ALPHABETS.length : fits, aantal);
  }

  /** Adds `aantal` pseudonyms of one length, of which `alphabetSql` answered `alphabet`. */
  addGroup(length: number, alphabet: number, aantal: number): void {
    this.#lengths.set(length, (this.#lengths.get(length) ?? 0) + aantal);
    this.#alphabet = Math.max(this.#alphabet, alphabet);
  }

  /** Adds what another table of the same delivery holds. */
  merge(other: PseudonymShape): void {
    for (const [length, aantal] of other.#lengths) this.addGroup(length, other.#alphabet, aantal);
  }

  /** Pseudonyms seen, counted as often as they occur. */
  get aantal(): number {
    return [...this.#lengths.values()].reduce((total, aantal) => total + aantal, 0);
  }

  /** Every length that occurs, ascending. */
  get lengtes(): number[] {
    return [...this.#lengths.keys()].sort((a, b) => a - b);
  }

  get alfabet(): Alfabet {
    return ALPHABETS[this.#alphabet]?.[0] ?? 'anders';
  }
}

/** SQL that answers for `addGroup` which alphabet a text expression needs. */
export function alphabetSql(cell: string): string {
  const whens = ALPHABETS.map(
    ([, pattern], index) => `when regexp_full_match(${cell}, '${pattern}') then ${index}`,
  );
  return `case ${whens.join(' ')} else ${ALPHABETS.length} end`;
}
