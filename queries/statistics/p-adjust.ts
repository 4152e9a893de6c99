import {at} from './at.ts';

/** How a list of p-values is made honest about its length. */
export type Adjustment =
  | 'bonferroni'
  | 'sidak'
  | 'holm'
  | 'holm-sidak'
  | 'hochberg'
  | 'hommel'
  | 'benjamini-hochberg'
  | 'benjamini-yekutieli';

/**
 * Adjusted p-values in the order given: family-wise error (Bonferroni, Šidák, Holm 1979, Hochberg
 * 1988, Hommel 1988) or false discovery rate (Benjamini & Hochberg 1995, & Yekutieli 2001).
 */
export function adjustP(p: readonly number[], method: Adjustment): number[] {
  const order = [...p.entries()].sort(([, a], [, b]) => a - b);
  const adjusted = ADJUST[method](order.map(([, value]) => value));
  const result = p.map(() => 1);
  for (const [rank, [index]] of order.entries()) result[index] = Math.min(1, at(adjusted, rank));
  return result;
}

type Ascending = readonly number[];

const ADJUST: Record<Adjustment, (p: Ascending) => number[]> = {
  bonferroni: (p) => p.map((value) => value * p.length),
  sidak: (p) => p.map((value) => anyOf(value, p.length)),
  holm: (p) => rising(p.map((value, i) => value * (p.length - i))),
  'holm-sidak': (p) => rising(p.map((value, i) => anyOf(value, p.length - i))),
  hochberg: (p) => falling(p.map((value, i) => value * (p.length - i))),
  hommel,
  'benjamini-hochberg': (p) => falling(p.map((value, i) => (value * p.length) / (i + 1))),
  'benjamini-yekutieli': (p) => {
    const harmonic = p.reduce((total, _, i) => total + 1 / (i + 1), 0);
    return falling(p.map((value, i) => (value * p.length * harmonic) / (i + 1)));
  },
};

/** Chance of at least one p this small among `tests`, exact for tiny p. */
function anyOf(p: number, tests: number): number {
  return p >= 1 ? 1 : -Math.expm1(tests * Math.log1p(-p));
}

/** Step-down: never below the one before. */
function rising(values: readonly number[]): number[] {
  let highest = 0;
  return values.map((value) => (highest = Math.max(highest, value)));
}

/** Step-up: never above the one after. */
function falling(values: readonly number[]): number[] {
  let lowest = 1;
  return values
    .toReversed()
    .map((value) => (lowest = Math.min(lowest, value)))
    .reverse();
}

/** Wright's algorithm (1992), as in R's p.adjust. */
function hommel(p: Ascending): number[] {
  const n = p.length;
  if (n < 2) return [...p];
  const whole = Math.min(...p.map((value, i) => (n * value) / (i + 1)));
  let q = p.map(() => whole);
  let best = q;
  for (let m = n - 1; m > 1; m -= 1) {
    const low = n - m + 1;
    const q1 = Math.min(...p.slice(low).map((value, i) => (m * value) / (i + 2)));
    const head = p.slice(0, low).map((value) => Math.min(m * value, q1));
    const rest = at(head, low - 1);
    q = [...head, ...p.slice(low).map(() => rest)];
    const current = q;
    best = best.map((value, i) => Math.max(value, at(current, i)));
  }
  return best.map((value, i) => Math.max(value, at(p, i)));
}
