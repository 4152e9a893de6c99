import {reaches, type SurvivalStep} from '../../statistics/survival.ts';
import type {Noise} from '../noise.ts';
import {protectOpen} from '../protect-curve.ts';
import {protectQuantile, rankNoise} from '../protect.ts';
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
 * Protected median and 80th percentile of the end that counts (Aalen-Johansen), in whole weeks, and
 * the share still open after the norm. Null when the median is never reached.
 */
export function medianFigure(facts: MedianFacts, norm: number | null): DurationFigure | null {
  const {steps, spells, noise, label, ck} = facts;
  const shift = rankNoise(noise, 'q', label, ck);
  const ends = steps.flatMap(({dag, einden}) => Array.from({length: einden}, () => dag));
  const before = endsBefore(steps.map(({einden}) => einden));
  const quantile = (step: number | null, round?: (weeks: number) => number): number | null =>
    step === null ? null : protectQuantile(ends, before[step] ?? 0, shift, spells, round);
  const median = reaches(steps, 0.5);
  const waarde = quantile(median.stap);
  if (waarde === null) return null;
  return {
    waarde,
    ondergrens: Math.min(waarde, quantile(median.eerder, Math.floor) ?? waarde),
    bovengrens:
      median.later === null ? null : Math.max(waarde, quantile(median.later, Math.ceil) ?? waarde),
    methode: 'kaplan-meier',
    p80: quantile(reaches(steps, 0.8).stap),
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
