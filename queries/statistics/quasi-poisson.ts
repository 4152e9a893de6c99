import {at} from './at.ts';
import {dot, inverse, times, type Matrix} from './matrix.ts';
import {sum} from './sum.ts';

/** A fitted log-linear model of counts. */
export interface QuasiPoissonFit {
  coefficients: number[];
  /** Covariance of the coefficients, already times phi. */
  covariance: number[][];
  /** Pearson's dispersion; 1 where there are no degrees of freedom left. */
  phi: number;
  /** Residual degrees of freedom. */
  df: number;
  fitted: number[];
}

const MAX_STEPS = 50;

/**
 * Log-linear regression of counts by iteratively reweighted least squares (McCullagh & Nelder 1989),
 * with `offset` on the log scale (log person-years) and a quasi-Poisson dispersion. Null when the
 * design is singular, there are fewer rows than columns, or it does not settle in 50 steps.
 */
export function fitQuasiPoisson(
  design: Matrix,
  counts: readonly number[],
  offset: readonly number[] = counts.map(() => 0),
): QuasiPoissonFit | null {
  const width = design[0]?.length ?? 0;
  const df = counts.length - width;
  if (width === 0 || df < 0) return null;
  let fitted = counts.map((count) => count + 0.1);
  let deviance = Infinity;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const working = fitted.map((mu, i) => Math.log(mu) - at(offset, i) + (at(counts, i) - mu) / mu);
    const bread = inverse(information(design, fitted));
    if (bread === null) return null;
    const score = Array.from({length: width}, (_, j) =>
      sum(design.map((row, i) => at(row, j) * at(fitted, i) * at(working, i))),
    );
    const coefficients = times(bread, score);
    fitted = design.map((row, i) =>
      Math.min(1e300, Math.max(1e-300, Math.exp(dot(row, coefficients) + at(offset, i)))),
    );
    const before = deviance;
    deviance = devianceOf(counts, fitted);
    if (Math.abs(deviance - before) < 1e-12 * (Math.abs(deviance) + 0.1)) {
      return finish(design, counts, {coefficients, fitted, df});
    }
  }
  return null;
}

function finish(
  design: Matrix,
  counts: readonly number[],
  {coefficients, fitted, df}: {coefficients: number[]; fitted: number[]; df: number},
): QuasiPoissonFit | null {
  const bread = inverse(information(design, fitted));
  if (bread === null) return null;
  const pearson = sum(fitted.map((mu, i) => (at(counts, i) - mu) ** 2 / mu));
  const phi = df > 0 ? pearson / df : 1;
  const covariance = bread.map((row) => row.map((value) => value * phi));
  return {coefficients, covariance, phi, df, fitted};
}

/** X′WX with the fitted counts as weights. */
function information(design: Matrix, weights: readonly number[]): number[][] {
  const width = design[0]?.length ?? 0;
  return Array.from({length: width}, (_, j) =>
    Array.from({length: width}, (__, k) =>
      sum(design.map((row, i) => at(row, j) * at(row, k) * at(weights, i))),
    ),
  );
}

function devianceOf(counts: readonly number[], fitted: readonly number[]): number {
  return (
    2 *
    sum(
      counts.map((count, i) => {
        const mu = at(fitted, i);
        return (count === 0 ? 0 : count * Math.log(count / mu)) - (count - mu);
      }),
    )
  );
}
