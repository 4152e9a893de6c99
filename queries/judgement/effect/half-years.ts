import type {Effecthalfjaar} from '../../contract/effect.ts';
import {at} from '../../statistics/at.ts';
import type {Uitkomst} from './estimate.ts';
import type {Eenheid, Panel} from './panel.ts';
import {firstDayOf} from './period.ts';
import {published} from './publish.ts';

/** The effect per half-year since the start, over the teams that can be compared then. */
export function halfYears(
  {eenheden, perioden}: Panel,
  {plan, halfjaren}: Uitkomst,
): Effecthalfjaar[] {
  return [...halfjaren].map(([halfjaar, schatting]) => {
    const own = plan.vergelijkingen.filter((one) => one.halfjaar === halfjaar);
    const units = [...new Set(own.map(({eenheid}) => eenheid))];
    const phases = own.map(({eenheid, periode}) =>
      phaseOf(at(eenheden, eenheid), firstDayOf(at(perioden, periode).eerste)),
    );
    return {
      ...published(schatting),
      halfjaar,
      teams: units.length,
      wijken: units.reduce((total, unit) => total + at(eenheden, unit).wijken, 0),
      fase: mostCommon(phases),
    };
  });
}

function phaseOf({fasen}: Eenheid, dag: string): string | null {
  return fasen.findLast(({van}) => van <= dag)?.fase ?? null;
}

function mostCommon(phases: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const phase of phases) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
