import type {Estimate} from './difference.ts';
import {gammaQuantile} from './gamma.ts';
import {sum} from './sum.ts';

/** One stratum (age group): what happened, in how many person-years, and its standard population. */
export interface Stratum {
  aantal: number;
  tijd: number;
  standaard: number;
}

/**
 * Directly standardised rate (per unit of `tijd`) with the gamma interval of Fay & Feuer 1997, which
 * in one stratum is the exact Poisson interval. Null without a standard population, or when a
 * stratum with weight has no person-years.
 */
export function directRate(strata: readonly Stratum[], confidence = 0.95): Estimate | null {
  const whole = sum(strata.map(({standaard}) => standaard));
  const counted = strata.filter(({standaard}) => standaard > 0);
  if (whole <= 0 || counted.some(({tijd}) => tijd <= 0)) return null;
  const terms = counted.map(({aantal, tijd, standaard}) => ({
    aantal,
    weight: standaard / whole / tijd,
  }));
  const rate = sum(terms.map(({aantal, weight}) => aantal * weight));
  const variance = sum(terms.map(({aantal, weight}) => aantal * weight * weight));
  const heaviest = Math.max(...terms.map(({weight}) => weight));
  const tail = (1 - confidence) / 2;
  return {
    waarde: rate,
    ondergrens: rate === 0 ? 0 : gammaWith(rate, variance, tail),
    bovengrens: gammaWith(rate + heaviest, variance + heaviest ** 2, 1 - tail),
  };
}

/** Quantile of the gamma distribution with this mean and variance. */
function gammaWith(mean: number, variance: number, p: number): number {
  return (gammaQuantile(p, mean ** 2 / variance) * variance) / mean;
}
