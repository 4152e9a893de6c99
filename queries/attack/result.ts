/** What one attack achieved, against the limit it has to stay within. */
export interface AttackResult {
  /** A1 to A18, or the name of another adversary or control. */
  id: string;
  /** One Dutch sentence: what was tried. */
  poging: string;
  geslaagd: boolean;
  /** The measured numbers, by name. */
  gemeten: Readonly<Record<string, number>>;
  /** The limit in words, with its number. */
  grens: string;
}

/** A share that can be read: three decimals; 0 of nothing is 0. */
export function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}
