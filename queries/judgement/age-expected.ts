import type {Cijfer, Maten} from '../contract/figure.ts';
import {
  expectedEvents,
  standardisedRatio,
  type ReferenceStratum,
} from '../statistics/indirect-standardisation.ts';
import {ratioAsDifference, type RelativeDifference} from './relative-difference.ts';

/** One age group: how many of the area's inhabitants are in it, and the gemeente's own figure. */
export interface AgeGroup {
  leeftijd: string;
  inwoners: number;
  gemeente: Pick<Cijfer, 'status' | 'teller' | 'noemer'>;
}

/** What the area would have with the gemeente's figures at each age, and how far it lies from that. */
export interface AgeExpected {
  verschil: RelativeDifference;
  /** In the unit of the indicator. */
  verwacht: number;
}

/**
 * Indirect standardisation: the gemeente's rate at each age on the area's own inhabitants. Null when
 * the gemeente's figure of an age that lives here is withheld: then nothing can be expected of it.
 */
export function ageExpected(
  {teller, noemer, waarde}: Pick<Maten, 'teller' | 'noemer' | 'waarde'>,
  ages: readonly AgeGroup[],
): AgeExpected | null {
  const inwoners = ages.reduce((sum, age) => sum + age.inwoners, 0);
  if (teller === null || noemer === null || waarde === null || inwoners === 0) return null;
  const strata = ages.map(({inwoners: own, gemeente}): ReferenceStratum => {
    const isKnown = gemeente.status === 'ok' && gemeente.teller !== null;
    return {
      // person-years or inhabitants: divided over the ages as the inhabitants are
      tijd: (noemer * own) / inwoners,
      referentie_aantal: gemeente.teller ?? 0,
      referentie_tijd: isKnown ? (gemeente.noemer ?? 0) : 0,
    };
  });
  const expected = expectedEvents(strata);
  const ratio = expected === null ? null : standardisedRatio(teller, expected);
  if (expected === null || ratio === null) return null;
  return {
    verschil: ratioAsDifference(ratio, 'indirect gestandaardiseerd, byar'),
    // the rate that belongs to the expected number, on the scale of the published rate
    verwacht: teller === 0 ? 0 : (waarde * expected) / teller,
  };
}
