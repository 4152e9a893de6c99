import {at} from './at.ts';
import {normalCdf} from './normal.ts';
import {midRanks} from './ranks.ts';
import {sum} from './sum.ts';

/** What pairs without change do: left out (Wilcoxon), ranked and then left out (Pratt), or halved. */
export type Zeros = 'drop' | 'pratt' | 'split';

/** Which change counts as proof: any, a rise, or a fall. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** Outcome of a signed-rank test. */
export interface SignedRank {
  /** Sum of the ranks of the rises, and of the falls. */
  w_plus: number;
  w_min: number;
  /** Pairs that were ranked. */
  n: number;
  z: number;
  p: number;
}

/**
 * Wilcoxon's signed-rank test of paired differences (1945), normal approximation with the
 * correction for ties; zeros by Pratt 1959 (with Cureton's variance) unless asked otherwise. Null
 * when every difference is 0 or there are none.
 */
export function signedRank(
  differences: readonly number[],
  {
    zeros = 'pratt',
    correction = false,
    alternative = 'two-sided',
  }: {zeros?: Zeros; correction?: boolean; alternative?: Alternative} = {},
): SignedRank | null {
  const {signs, ranks, ties, zeroCount} = ranked(differences, zeros);
  const n = ranks.length;
  if (!signs.some((sign) => sign !== 0)) return null;
  const half = zeros === 'split' ? sum(ranks.filter((_, i) => signs[i] === 0)) / 2 : 0;
  const w_plus = sum(ranks.filter((_, i) => at(signs, i) > 0)) + half;
  const w_min = sum(ranks.filter((_, i) => at(signs, i) < 0)) + half;
  const pratt = zeros === 'pratt' ? zeroCount : 0;
  const expected = (n * (n + 1) - pratt * (pratt + 1)) / 4;
  const tied = sum(ties.map((size) => size ** 3 - size));
  const spread = (m: number): number => m * (m + 1) * (2 * m + 1);
  const error = Math.sqrt((spread(n) - spread(pratt) - tied / 2) / 24);
  if (!(error > 0)) return null;
  const miss = w_plus - expected;
  const z = (miss - (correction ? continuity(miss, alternative) : 0)) / error;
  return {w_plus, w_min, n, z, p: pValue(z, alternative)};
}

function continuity(miss: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.sign(miss) * 0.5;
  return alternative === 'greater' ? 0.5 : -0.5;
}

function pValue(z: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.min(1, 2 * normalCdf(-Math.abs(z)));
  return alternative === 'greater' ? normalCdf(-z) : normalCdf(z);
}

interface Ranked {
  signs: number[];
  ranks: number[];
  /** Sizes of the ties that narrow the variance: under Pratt not the zeros themselves. */
  ties: number[];
  zeroCount: number;
}

function ranked(differences: readonly number[], zeros: Zeros): Ranked {
  const kept = zeros === 'drop' ? differences.filter((value) => value !== 0) : differences;
  const {ranks, ties} = midRanks(kept.map(Math.abs));
  const zeroCount = kept.filter((value) => value === 0).length;
  // The zeros are the smallest, so theirs is the first tie.
  const counted = zeros === 'pratt' && zeroCount > 0 ? ties.slice(1) : ties;
  return {signs: kept.map(Math.sign), ranks, ties: counted, zeroCount};
}

/**
 * Exact two-sided p-value of the same test: all 2ⁿ signs of the ranks, ties included, by
 * convolution. Meant for up to about 100 pairs. Null when every difference is 0.
 */
export function exactSignedRank(
  differences: readonly number[],
  zeros: 'drop' | 'pratt' = 'pratt',
): number | null {
  const {signs, ranks} = ranked(differences, zeros);
  // Twice a mid-rank is whole.
  const moving = ranks.map((rank, i) => ({double: 2 * rank, sign: at(signs, i)}));
  const counted = moving.filter(({sign}) => sign !== 0);
  if (counted.length === 0) return null;
  let chance = [1];
  for (const {double} of counted) {
    const next = [...chance.map((p) => p / 2), ...Array.from({length: double}, () => 0)];
    for (const [total, p] of chance.entries())
      next[total + double] = at(next, total + double) + p / 2;
    chance = next;
  }
  const observed = sum(counted.map(({double, sign}) => (sign > 0 ? double : 0)));
  const below = sum(chance.slice(0, observed + 1));
  const above = sum(chance.slice(observed));
  return Math.min(1, 2 * Math.min(below, above));
}
