import {at} from './at.ts';
import {mean, sum} from './sum.ts';

/** A straight line through points, with standard errors. */
export interface Line {
  intercept: number;
  slope: number;
  se_intercept: number;
  se_slope: number;
  /** Residual standard deviation, n − 2 degrees of freedom. */
  resid_sd: number;
  /** Share of the variance explained; 1 when y does not vary. */
  r2: number;
  n: number;
}

/** Ordinary least squares of y on x. Null with fewer than three points or when x does not vary. */
export function fitLine(x: readonly number[], y: readonly number[]): Line | null {
  const n = Math.min(x.length, y.length);
  const [meanX, meanY] = [mean(x.slice(0, n)), mean(y.slice(0, n))];
  if (n < 3 || meanX === null || meanY === null) return null;
  const dx = x.slice(0, n).map((value) => value - meanX);
  const dy = y.slice(0, n).map((value) => value - meanY);
  const sxx = sum(dx.map((value) => value * value));
  if (sxx === 0) return null;
  const slope = sum(dx.map((value, i) => value * at(dy, i))) / sxx;
  const rss = sum(dx.map((value, i) => (at(dy, i) - slope * value) ** 2));
  const tss = sum(dy.map((value) => value * value));
  const resid_sd = Math.sqrt(rss / (n - 2));
  return {
    intercept: meanY - slope * meanX,
    slope,
    se_intercept: resid_sd * Math.sqrt(1 / n + (meanX * meanX) / sxx),
    se_slope: resid_sd / Math.sqrt(sxx),
    resid_sd,
    r2: tss === 0 ? 1 : 1 - rss / tss,
    n,
  };
}
