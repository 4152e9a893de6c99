import {at} from './at.ts';
import {mean, sum} from './sum.ts';

/** The weighted interval score and what it is made of; lower is better, in the unit of the forecast. */
export interface IntervalScore {
  wis: number;
  /** Cost of width, of forecasting too high, and of forecasting too low; together the score. */
  spreiding: number;
  te_hoog: number;
  te_laag: number;
}

/**
 * Weighted interval score of one forecast given as quantiles (Bracher et al. 2021): the mean of twice
 * the pinball loss. A quantile without its mirror counts as miss only. Null without quantiles.
 */
export function weightedIntervalScore(
  observed: number,
  quantiles: readonly {niveau: number; waarde: number}[],
): IntervalScore | null {
  if (quantiles.length === 0) return null;
  const parts = quantiles.map(({niveau, waarde}) => {
    const loss = 2 * (observed < waarde ? 1 - niveau : niveau) * Math.abs(observed - waarde);
    const mirror = quantiles.find((other) => Math.abs(other.niveau + niveau - 1) < 1e-9);
    const width = mirror === undefined ? 0 : Math.abs(waarde - mirror.waarde);
    // A quantile and its mirror share the cost of their width.
    const spreiding = Math.min(niveau, 1 - niveau) * width;
    return {loss, spreiding, missed: misses(observed, {niveau, waarde}, mirror?.waarde)};
  });
  const average = (values: readonly number[]): number => sum(values) / quantiles.length;
  const wis = average(parts.map(({loss}) => loss));
  const spreiding = average(parts.map((part) => part.spreiding));
  const te_hoog = average(parts.map(({missed}) => missed.over));
  const te_laag = average(parts.map(({missed}) => missed.under));
  return {wis, spreiding, te_hoog, te_laag};
}

/** How far the observation lies outside the interval of a quantile and its mirror. */
function misses(
  observed: number,
  {niveau, waarde}: {niveau: number; waarde: number},
  mirror: number | undefined,
): {over: number; under: number} {
  if (mirror === undefined) {
    const loss = 2 * (observed < waarde ? 1 - niveau : niveau) * Math.abs(observed - waarde);
    return observed < waarde ? {over: loss, under: 0} : {over: 0, under: loss};
  }
  const [low, high] = [Math.min(waarde, mirror), Math.max(waarde, mirror)];
  return {over: Math.max(0, low - observed), under: Math.max(0, observed - high)};
}

/** Interval score of Gneiting & Raftery 2007 for an interval that should hold 1 − alpha. */
export function intervalScore(
  observed: number,
  {ondergrens, bovengrens}: {ondergrens: number; bovengrens: number},
  alpha: number,
): number {
  const over = Math.max(0, ondergrens - observed);
  const under = Math.max(0, observed - bovengrens);
  return bovengrens - ondergrens + (2 / alpha) * (over + under);
}

/** A forecast beside what came of it. */
export interface ForecastPair {
  voorspeld: number;
  werkelijk: number;
}

/** Mean of forecast minus outcome: positive is too high. Null without pairs. */
export function bias(pairs: readonly ForecastPair[]): number | null {
  return mean(pairs.map(({voorspeld, werkelijk}) => voorspeld - werkelijk));
}

/** Mean absolute error. Null without pairs. */
export function meanAbsoluteError(pairs: readonly ForecastPair[]): number | null {
  return mean(pairs.map(({voorspeld, werkelijk}) => Math.abs(voorspeld - werkelijk)));
}

/** Mean absolute error as a share of the outcome (MAPE); pairs with outcome 0 are left out. */
export function meanAbsoluteShare(pairs: readonly ForecastPair[]): number | null {
  return mean(
    pairs
      .filter(({werkelijk}) => werkelijk !== 0)
      .map(({voorspeld, werkelijk}) => Math.abs((voorspeld - werkelijk) / werkelijk)),
  );
}

/** Share of the outcomes within their interval, edges included. Null without outcomes. */
export function coverage(
  observed: readonly number[],
  intervals: readonly {ondergrens: number; bovengrens: number}[],
): number | null {
  return mean(
    observed.map((value, i) => {
      const {ondergrens, bovengrens} = at(intervals, i);
      return value >= ondergrens && value <= bovengrens ? 1 : 0;
    }),
  );
}
