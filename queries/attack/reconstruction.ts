import {normalCdf} from '../statistics/normal.ts';
import type {AttackResult} from './result.ts';
import {sizeOf, type PublishedCell, type TableCell} from './table.ts';

/** Variance of the label-fixed rounding: 25·f(1 − f) over a uniform remainder. */
export const ROUNDING_VARIANCE = 25 / 6;
/** A claim is made from this posterior chance on. */
export const CONFIDENT = 0.95;

/** What an adversary believes of the size of a cell. */
export type Belief = (cell: Pick<TableCell, 'leaves'>) => {mean: number; variance: number};

/** What he believes before he reads the publication: independent smallest cells. */
export function priorBelief(prior: Float64Array): Belief {
  return (cell) => {
    let variance = 0;
    for (const leaf of cell.leaves) variance += priorVariance(prior[leaf] ?? 0);
    return {mean: sizeOf(prior, cell), variance};
  };
}

/** Poisson, and a quarter on top for how far places differ. */
function priorVariance(mean: number): number {
  return mean + 0.08 * mean * mean + 1e-6;
}

/**
 * Bayesian linear reconstruction: the smallest cells are normal around the prior, every visible cell
 * is a noisy sum of them. Cholesky of the posterior precision; dense, for tables up to some 2.000.
 */
export function reconstruct(
  prior: Float64Array,
  published: readonly PublishedCell[],
  noiseVariance: number,
): Belief {
  const size = prior.length;
  const precision = new Float64Array(size * size);
  const shift = new Float64Array(size);
  for (let leaf = 0; leaf < size; leaf += 1) {
    precision[leaf * size + leaf] = 1 / priorVariance(prior[leaf] ?? 0);
  }
  const weight = 1 / noiseVariance;
  for (const {cell, value} of published) {
    if (value === null) continue;
    const residual = (value - sizeOf(prior, cell)) * weight;
    for (const row of cell.leaves) {
      shift[row] = (shift[row] ?? 0) + residual;
      const start = row * size;
      for (const column of cell.leaves) {
        if (column <= row) precision[start + column] = (precision[start + column] ?? 0) + weight;
      }
    }
  }
  factorise(precision, size);
  const solved = forward(precision, size, shift);
  return (cell) => {
    const direction = new Float64Array(size);
    for (const leaf of cell.leaves) direction[leaf] = 1;
    const half = forward(precision, size, direction);
    let variance = 0;
    let moved = 0;
    for (let row = 0; row < size; row += 1) {
      variance += (half[row] ?? 0) ** 2;
      moved += (half[row] ?? 0) * (solved[row] ?? 0);
    }
    return {mean: sizeOf(prior, cell) + moved, variance};
  };
}

/** Lower Cholesky factor in place, row by row. */
function factorise(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    const own = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let sum = matrix[own + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (matrix[own + k] ?? 0) * (matrix[other + k] ?? 0);
      matrix[own + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[other + column] ?? 1);
    }
  }
}

function forward(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const solved = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const own = row * size;
    let sum = right[row] ?? 0;
    if (sum === 0 && row === 0) continue;
    for (let k = 0; k < row; k += 1) sum -= (factor[own + k] ?? 0) * (solved[k] ?? 0);
    solved[row] = sum / (factor[own + row] ?? 1);
  }
  return solved;
}

/** The most likely size, and how sure he is of it: a normal cut off below zero, in whole numbers. */
export function bestGuess({mean, variance}: {mean: number; variance: number}): {
  size: number;
  chance: number;
} {
  const deviation = Math.sqrt(Math.max(variance, 1e-9));
  const below = (value: number): number => normalCdf((value - mean) / deviation);
  const size = Math.max(0, Math.round(mean));
  const floor = below(-0.5);
  const chance = (below(size + 0.5) - below(size - 0.5)) / Math.max(1 - floor, 1e-9);
  return {size, chance: Number.isFinite(chance) ? chance : 0};
}

/** Claims made with confidence, and how many of them are true. */
export interface Claims {
  made: number;
  right: number;
  /** Those of groups that are not empty. */
  rightOfSome: number;
}

/** Counts the confident claims of a belief over the targets. */
export function claimsOf(
  belief: Belief,
  targets: readonly TableCell[],
  counts: Float64Array,
): Claims {
  const claims = {made: 0, right: 0, rightOfSome: 0};
  for (const cell of targets) {
    const {size, chance} = bestGuess(belief(cell));
    if (chance < CONFIDENT) continue;
    const truth = sizeOf(counts, cell);
    claims.made += 1;
    if (size !== truth) continue;
    claims.right += 1;
    if (truth > 0) claims.rightOfSome += 1;
  }
  return claims;
}

/** A4: what the publication adds to the confident and true claims of one who knows the pattern. */
export function reconstructionAttack(
  {prior, counts, published}: Evidence,
  targets: readonly TableCell[],
): AttackResult {
  const before = claimsOf(priorBelief(prior), targets, counts);
  const after = claimsOf(reconstruct(prior, published, ROUNDING_VARIANCE), targets, counts);
  return {
    id: 'A4',
    poging: 'Statistisch terugrekenen uit alle cellen samen',
    geslaagd: after.rightOfSome <= before.rightOfSome,
    gemeten: {
      groepen: targets.length,
      zeker_en_goed: after.right,
      vooraf_zeker_en_goed: before.right,
      bestaande_groep_geraden: after.rightOfSome,
    },
    grens: 'geen bestaande groep meer dan vooraf',
  };
}

interface Evidence {
  prior: Float64Array;
  counts: Float64Array;
  published: readonly PublishedCell[];
}
