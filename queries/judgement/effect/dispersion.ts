import {at} from '../../statistics/at.ts';
import {fitQuasiPoisson} from '../../statistics/quasi-poisson.ts';
import {isBefore, type Panel} from './panel.ts';

/** How much more counts vary than chance alone; `vrijheid` = degrees of freedom behind it. */
export interface Spreiding {
  phi: number;
  vrijheid: number;
  /** Correlation of a stock with itself one period on, and its standard error; 0 for counts of events. */
  samenhang: number;
  samenhangfout: number;
}

/**
 * Pearson dispersion of the counts before any start, around units × periods: what all units share
 * (season, a national shock) is no noise. Rounding of the published counts is part of it. Null when
 * there are too few cells.
 */
export function dispersionOf({eenheden, perioden, vorm}: Panel, tot: number): Spreiding | null {
  const cells = eenheden.flatMap((unit, u) =>
    perioden.flatMap((span, t) => {
      const [count, denominator] = [at(unit.aantallen, t), at(unit.noemers, t)];
      const usable = isBefore(span, unit.start) && span.laatste <= tot;
      return usable && count !== null && denominator !== null && denominator > 0
        ? [{u, t, count, offset: Math.log(denominator)}]
        : [];
    }),
  );
  const units = [...new Set(cells.map(({u}) => u))];
  // a period with one cell only says nothing about spread
  const periods = [...new Set(cells.map(({t}) => t))].filter(
    (t) => cells.filter((cell) => cell.t === t).length > 1,
  );
  const used = cells.filter(({t}) => periods.includes(t));
  const fit = fitQuasiPoisson(
    used.map(({u, t}) => [
      ...units.map((unit) => (unit === u ? 1 : 0)),
      ...periods.slice(1).map((period) => (period === t ? 1 : 0)),
    ]),
    used.map(({count}) => count),
    used.map(({offset}) => offset),
  );
  if (fit === null || fit.df < MIN_FREEDOM) return null;
  const noise = used.map(({u, t, count}, i) => {
    const expected = at(fit.fitted, i);
    return {u, t, residual: (count - expected) / Math.sqrt(expected)};
  });
  const serial =
    vorm === 'stand' ? serialCorrelation(noise, periods.length) : {samenhang: 0, samenhangfout: 0};
  return {phi: Math.max(1, fit.phi), vrijheid: fit.df, ...serial};
}

/**
 * Lag-1 correlation of the residuals within units. Levels that are fitted pull it down by about
 * (1 + ρ)/T (Nickell 1981), which is given back.
 */
function serialCorrelation(
  noise: readonly {u: number; t: number; residual: number}[],
  periods: number,
): Pick<Spreiding, 'samenhang' | 'samenhangfout'> {
  const byPlace = new Map(noise.map(({u, t, residual}) => [`${u} ${t}`, residual]));
  const pairs = noise.flatMap(({u, t, residual}) => {
    const next = byPlace.get(`${u} ${t + 1}`);
    return next === undefined ? [] : [[residual, next] as const];
  });
  const variance = noise.reduce((total, {residual}) => total + residual ** 2, 0) / noise.length;
  if (pairs.length === 0 || !(variance > 0)) return {samenhang: 0, samenhangfout: 1};
  const product = pairs.reduce((total, [a, b]) => total + a * b, 0) / pairs.length;
  const raw = product / variance;
  return {samenhang: raw + (1 + raw) / periods, samenhangfout: 1 / Math.sqrt(pairs.length)};
}

const MIN_FREEDOM = 3;
