import {at} from './at.ts';

/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/** Inverse by Gauss-Jordan with partial pivoting; null when it is singular. */
export function inverse(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column += 1) {
    const below = work.slice(column).map((row) => Math.abs(at(row, column)));
    const best = Math.max(...below);
    if (!(best > 1e-13 * scale)) return null;
    const pivot = column + below.indexOf(best);
    const [upper, lower] = [at(work, column), at(work, pivot)];
    const lead = at(lower, column);
    work[pivot] = upper;
    const unit = lower.map((value) => value / lead);
    work[column] = unit;
    for (const [i, row] of work.entries()) {
      if (i === column) continue;
      const factor = at(row, column);
      if (factor !== 0) work[i] = row.map((value, j) => value - factor * at(unit, j));
    }
  }
  return work.map((row) => row.slice(size));
}

/** matrix × vector. */
export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

/** Inner product of two vectors of one length. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, i) => total + value * at(b, i), 0);
}
