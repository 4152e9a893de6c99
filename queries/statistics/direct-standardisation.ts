import type {Estimate} from './difference.ts';
import {gammaQuantile} from './gamma.ts';
import {byar, exactPoisson} from './poisson-interval.ts';
import {sum} from './sum.ts';

const EXACT_BELOW = 10;

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
  const found = weightedRate(strata);
  if (found === null) return null;
  const {rate, variance, heaviest} = found;
  const tail = (1 - confidence) / 2;
  return {
    waarde: rate,
    ondergrens: rate === 0 ? 0 : gammaWith(rate, variance, tail),
    bovengrens: gammaWith(rate + heaviest, variance + heaviest ** 2, 1 - tail),
  };
}

interface WeightedRate {
  rate: number;
  variance: number;
  count: number;
  /** The largest weight one event can have. */
  heaviest: number;
}

function weightedRate(strata: readonly Stratum[]): WeightedRate | null {
  const whole = sum(strata.map(({standaard}) => standaard));
  const counted = strata.filter(({standaard}) => standaard > 0);
  if (whole <= 0 || counted.some(({tijd}) => tijd <= 0)) return null;
  const terms = counted.map(({aantal, tijd, standaard}) => ({
    aantal,
    weight: standaard / whole / tijd,
  }));
  return {
    rate: sum(terms.map(({aantal, weight}) => aantal * weight)),
    variance: sum(terms.map(({aantal, weight}) => aantal * weight * weight)),
    count: sum(terms.map(({aantal}) => aantal)),
    heaviest: Math.max(...terms.map(({weight}) => weight)),
  };
}

/**
 * The same rate with Dobson's interval (1991), as public health bodies publish it: the interval of
 * the total count (exact below 10, else Byar), stretched to the spread of the rate.
 */
export function dobsonRate(strata: readonly Stratum[], confidence = 0.95): Estimate | null {
  const found = weightedRate(strata);
  if (found === null) return null;
  const {rate, variance, count} = found;
  const {ondergrens, bovengrens} =
    count < EXACT_BELOW ? exactPoisson(count, confidence) : byar(count, confidence);
  // Without events the spread is that of one stratum: the heaviest.
  const stretch = count === 0 ? found.heaviest : Math.sqrt(variance / count);
  return {
    waarde: rate,
    ondergrens: rate + stretch * (ondergrens - count),
    bovengrens: rate + stretch * (bovengrens - count),
  };
}

/** Quantile of the gamma distribution with this mean and variance. */
function gammaWith(mean: number, variance: number, p: number): number {
  return (gammaQuantile(p, mean ** 2 / variance) * variance) / mean;
}
