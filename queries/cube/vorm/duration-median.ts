import {Z95} from '../../statistics/interval.ts';
import {reaches, type SurvivalStep} from '../../statistics/survival.ts';
import type {Noise} from '../noise.ts';
import {protectOpen} from '../protect-curve.ts';
import {placesWithNoise, protectQuantile, rankNoise} from '../protect.ts';
import type {DurationFigure} from './duration-figure.ts';

/** The exact curve of a cell, the number of spells behind it, and what its noise is made from. */
interface MedianFacts {
  steps: readonly SurvivalStep[];
  spells: number;
  noise: Noise;
  label: string;
  /** XOR of the record keys of the members. */
  ck: string;
}

/**
 * Protected median and 80th percentile of the end that counts (Aalen-Johansen), in whole weeks, with
 * an interval that counts with the noise too, and the share still open after the norm. Null when the
 * median is never reached.
 */
export function medianFigure(facts: MedianFacts, norm: number | null): DurationFigure | null {
  const {steps, spells, noise, label, ck} = facts;
  const shift = rankNoise(noise, 'q', label, ck);
  const ends = steps.flatMap(({dag, einden}) => Array.from({length: einden}, () => dag));
  const before = endsBefore(steps.map(({einden}) => einden));
  const quantile = (place: number, round?: (weeks: number) => number): number =>
    protectQuantile(ends, place, shift, spells, round);
  const placeOf = (step: number | null): number | null =>
    step === null ? null : (before[step] ?? 0);
  const median = reaches(steps, 0.5);
  const middle = placeOf(median.stap);
  if (middle === null) return null;
  const waarde = quantile(middle);
  const bound = (step: number | null, side: 1 | -1): number | null => {
    const place = placeOf(step);
    if (place === null) return null;
    const away = placesWithNoise(Math.abs(place - middle), spells, Z95);
    return quantile(middle + side * away, side === 1 ? Math.ceil : Math.floor);
  };
  const p80 = placeOf(reaches(steps, 0.8).stap);
  const [below, above] = [bound(median.eerder, -1), bound(median.later, 1)];
  return {
    waarde,
    ondergrens: Math.min(waarde, below ?? waarde),
    bovengrens: above === null ? null : Math.max(waarde, above),
    methode: 'kaplan-meier',
    p80: p80 === null ? null : quantile(p80),
    boven_norm: norm === null ? null : protectOpen(noise, label, steps, norm) / 100,
  };
}

/** How many ends lie before each step. */
function endsBefore(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    const before = sum;
    sum += count;
    return before;
  });
}
