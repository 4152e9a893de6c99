import type {Estimate} from './difference.ts';
import {at} from './at.ts';
import {fitQuasiPoisson, type QuasiPoissonFit} from './quasi-poisson.ts';
import {studentCdf, studentQuantile} from './student.ts';

/** Events of one group in one month. */
export interface SeriesPoint {
  /** Months since any fixed start. */
  maand: number;
  aantal: number;
  /** Person-time that month, > 0. */
  tijd: number;
  /** The treatment runs for this group (false in the comparison group, always). */
  na: boolean;
  /** True for the group that is treated at some time; leave the others out for a series alone. */
  behandeld: boolean;
  /** Name of the series, where a group has several: each then has a level of its own. */
  reeks?: string;
  /** What both groups share in this period beside trend and season, such as a national shock. */
  gedeeld?: readonly number[];
}

/** How the season is modelled and which interval is given. */
export interface StepOptions {
  harmonicOrder?: number;
  /** 12 for months, 4 for quarters: a season has no more than that minus one degrees of freedom. */
  pointsPerYear?: number;
  confidence?: number;
}

/** The step at the start as a rate ratio, 1 = no change. */
export interface StepEffect extends Estimate {
  p: number;
  phi: number;
  fit: QuasiPoissonFit;
}

/** Sine and cosine of the first `order` harmonics of a year of `period` months. */
export function harmonics(month: number, order = 2, period = 12): number[] {
  return Array.from({length: order}, (_, k) => (2 * Math.PI * (k + 1) * month) / period).flatMap(
    (angle) => [Math.sin(angle), Math.cos(angle)],
  );
}

/** The harmonics that points this far apart can tell from each other; the last one is one wave. */
function season(month: number, order: number, pointsPerYear: number): number[] {
  const whole = Math.min(order, Math.ceil(pointsPerYear / 2) - 1);
  // half a year apart, sine and cosine of the same wave coincide: counted in points, one remains
  const last = pointsPerYear % 2 === 0 && order >= pointsPerYear / 2;
  const point = Math.floor((month * pointsPerYear) / 12);
  return [...harmonics(month, whole), ...(last ? [point % 2 === 0 ? 1 : -1] : [])];
}

/**
 * Controlled interrupted time series (Bernal et al. 2017, 2018): log-linear in level, trend and
 * season, with the own level and trend of the treated group and its step after the start (with named
 * series a level for each, so that a panel of unequal areas can be read together); offset is
 * log person-time, dispersion quasi-Poisson, interval t. Without a comparison group the plain ITS.
 * Null when the step cannot be told apart.
 */
export function stepEffect(
  points: readonly SeriesPoint[],
  {harmonicOrder = 2, pointsPerYear = 12, confidence = 0.95}: StepOptions = {},
): StepEffect | null {
  const controlled = points.some(({behandeld}) => !behandeld);
  const series = [...new Set(points.flatMap(({reeks}) => (reeks === undefined ? [] : [reeks])))];
  const middle = points.reduce((total, {maand}) => total + maand, 0) / points.length;
  const design = points.map(({maand, na, behandeld, reeks, gedeeld = []}) => {
    const trend = (maand - middle) / 12;
    const own = [behandeld ? trend : 0, ...(series.length === 0 ? [behandeld ? 1 : 0] : [])];
    const levels = series.length === 0 ? [1] : series.map((name) => (name === reeks ? 1 : 0));
    const waves = season(maand, harmonicOrder, pointsPerYear);
    return [na ? 1 : 0, ...levels, trend, ...waves, ...gedeeld, ...(controlled ? own : [])];
  });
  if (points.some(({tijd}) => !(tijd > 0))) return null;
  const fit = fitQuasiPoisson(
    design,
    points.map(({aantal}) => aantal),
    points.map(({tijd}) => Math.log(tijd)),
  );
  if (fit === null || fit.df < 1) return null;
  const log = at(fit.coefficients, 0);
  const error = Math.sqrt(at(at(fit.covariance, 0), 0));
  if (!(error > 0) || !Number.isFinite(error)) return null;
  const half = studentQuantile((1 + confidence) / 2, fit.df) * error;
  return {
    waarde: Math.exp(log),
    ondergrens: Math.exp(log - half),
    bovengrens: Math.exp(log + half),
    p: 2 * studentCdf(-Math.abs(log / error), fit.df),
    phi: fit.phi,
    fit,
  };
}
