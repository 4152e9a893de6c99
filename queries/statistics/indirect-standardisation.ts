import type {Estimate} from './difference.ts';
import {byar, exactPoisson} from './poisson-interval.ts';
import {sum} from './sum.ts';

const EXACT_BELOW = 10;

/** Own population of a stratum with the rate of the reference population there. */
export interface ReferenceStratum {
  tijd: number;
  referentie_aantal: number;
  referentie_tijd: number;
}

/** Events expected had each stratum the reference's rate; null when the reference has a gap. */
export function expectedEvents(strata: readonly ReferenceStratum[]): number | null {
  const counted = strata.filter(({tijd}) => tijd > 0);
  if (counted.some(({referentie_tijd}) => referentie_tijd <= 0)) return null;
  return sum(
    counted.map(
      ({tijd, referentie_aantal, referentie_tijd}) => (tijd * referentie_aantal) / referentie_tijd,
    ),
  );
}

/**
 * Indirectly standardised ratio observed / expected (1 = as in the reference), with Byar's interval
 * from 10 events and the exact one below. Null when nothing is expected.
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  confidence = 0.95,
): Estimate | null {
  if (!(expected > 0)) return null;
  const {ondergrens, bovengrens} =
    observed < EXACT_BELOW ? exactPoisson(observed, confidence) : byar(observed, confidence);
  return {
    waarde: observed / expected,
    ondergrens: ondergrens / expected,
    bovengrens: bovengrens / expected,
  };
}
