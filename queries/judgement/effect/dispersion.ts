import {at} from '../../statistics/at.ts';
import {fitQuasiPoisson} from '../../statistics/quasi-poisson.ts';
import {isBefore, type Panel} from './panel.ts';

/** How much more counts vary than chance alone; `vrijheid` = degrees of freedom behind it. */
export interface Spreiding {
  phi: number;
  vrijheid: number;
}

/**
 * Pearson dispersion of the counts before any start, around units × periods: what all units share
 * (season, a national shock) is no noise. Rounding of the published counts is part of it. Null when
 * there are too few cells.
 */
export function dispersionOf({eenheden, perioden}: Panel, tot: number): Spreiding | null {
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
  return {phi: Math.max(1, fit.phi), vrijheid: fit.df};
}

const MIN_FREEDOM = 3;
