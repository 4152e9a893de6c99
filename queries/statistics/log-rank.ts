import {at} from './at.ts';
import {chiSquareTail} from './gamma.ts';
import {dot, inverse, times} from './matrix.ts';
import type {Spell} from './survival.ts';

/** Early differences weigh more in all but the first (Tarone & Ware 1977; Harrington & Fleming 1982). */
export type LogRankWeight = 'logrank' | 'gehan' | 'tarone-ware' | 'peto';

/**
 * Log-rank test that the groups end at the same rate (Mantel 1966), with delayed entry. An end of
 * soort `concurrent` counts as left (cause-specific). Null with fewer than two groups that differ
 * in exposure, or without ends.
 */
export function logRank(
  groups: readonly (readonly Spell[])[],
  weight: LogRankWeight = 'logrank',
): {chi2: number; df: number; p: number} | null {
  return stratifiedLogRank([groups], weight);
}

/** The same, comparing only within strata; every stratum lists the same groups in the same order. */
export function stratifiedLogRank(
  strata: readonly (readonly (readonly Spell[])[])[],
  weight: LogRankWeight = 'logrank',
): {chi2: number; df: number; p: number} | null {
  const size = Math.max(0, ...strata.map((groups) => groups.length));
  // The last group is what the others leave over.
  const df = size - 1;
  if (df < 1) return null;
  const excess = Array.from({length: df}, () => 0);
  const covariance = excess.map(() => excess.map(() => 0));
  for (const groups of strata) addStratum(groups, weight, excess, covariance);
  const inverted = inverse(covariance);
  if (inverted === null) return null;
  const chi2 = dot(excess, times(inverted, excess));
  return {chi2, df, p: chiSquareTail(chi2, df)};
}

function addStratum(
  groups: readonly (readonly Spell[])[],
  weight: LogRankWeight,
  excess: number[],
  covariance: number[][],
): void {
  let survival = 1;
  for (const {risk, ends} of eventDays(groups)) {
    const n = risk.reduce((a, b) => a + b, 0);
    const d = ends.reduce((a, b) => a + b, 0);
    const w = weightOf(weight, n, survival);
    const shared = n > 1 ? (w * w * d * (n - d)) / (n * n * (n - 1)) : 0;
    for (const i of excess.keys()) {
      excess[i] = at(excess, i) + w * (at(ends, i) - (d * at(risk, i)) / n);
      const row = at(covariance, i);
      for (const j of row.keys()) {
        row[j] = at(row, j) + shared * at(risk, i) * ((i === j ? n : 0) - at(risk, j));
      }
    }
    survival *= 1 - d / n;
  }
}

function weightOf(weight: LogRankWeight, n: number, survivalBefore: number): number {
  if (weight === 'gehan') return n;
  if (weight === 'tarone-ware') return Math.sqrt(n);
  return weight === 'peto' ? survivalBefore : 1;
}

/** For each day with an end: how many of each group were at risk, and how many ended. */
function eventDays(groups: readonly (readonly Spell[])[]): {risk: number[]; ends: number[]}[] {
  const days = new Set<number>();
  const sorted = groups.map((spells) => {
    const ended = spells.filter(({soort}) => soort === 'einde').map(({tot}) => tot);
    for (const day of ended) days.add(day);
    return {
      entries: spells.map(({vanaf}) => vanaf).sort((a, b) => a - b),
      exits: spells.map(({tot}) => tot).sort((a, b) => a - b),
      ended: ended.sort((a, b) => a - b),
    };
  });
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({
      risk: sorted.map(
        ({entries, exits}) => countBelow(entries, day + 1e-9) - countBelow(exits, day),
      ),
      ends: sorted.map(({ended}) => countBelow(ended, day + 1e-9) - countBelow(ended, day)),
    }));
}

/** How many of the sorted values lie below the limit, by bisection. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
