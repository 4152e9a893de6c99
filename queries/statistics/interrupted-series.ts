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

/**
 * Controlled interrupted time series (Bernal et al. 2017, 2018): log-linear in level, trend and
 * season, with the own level and trend of the treated group and its step after the start; offset is
 * log person-time, dispersion quasi-Poisson, interval t. Without a comparison group the plain ITS.
 * Null when the step cannot be told apart.
 */
export function stepEffect(
  points: readonly SeriesPoint[],
  {harmonicOrder = 2, confidence = 0.95} = {},
): StepEffect | null {
  const controlled = points.some(({behandeld}) => !behandeld);
  const middle = points.reduce((total, {maand}) => total + maand, 0) / points.length;
  const design = points.map(({maand, na, behandeld}) => {
    const trend = (maand - middle) / 12;
    const own = behandeld ? [1, trend] : [0, 0];
    return [na ? 1 : 0, 1, trend, ...harmonics(maand, harmonicOrder), ...(controlled ? own : [])];
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
