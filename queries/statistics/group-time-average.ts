import {at} from './at.ts';
import {influenceError, type GroupTimeEffect, type Panel} from './group-time.ts';
import {sum} from './sum.ts';

/** An average of ATT(g,t), with the analytic standard error (clustered by unit). */
export interface AverageEffect {
  att: number;
  standaardfout: number;
  invloed: readonly number[];
}

/**
 * Averages of ATT(g,t) weighted by the size of the groups (Callaway & Sant'Anna 2021, section 3; the
 * standard errors hold the estimated weights). Null when nothing is to be averaged.
 */
export function simpleEffect(
  panel: Panel,
  effects: readonly GroupTimeEffect[],
): AverageEffect | null {
  return weighted(
    panel,
    effects.filter(({groep, tijd}) => tijd >= groep),
  );
}

/** By periods since the start, negative before it; each with its own average. */
export function eventTimeEffects(
  panel: Panel,
  effects: readonly GroupTimeEffect[],
): (AverageEffect & {sinds: number; groepen: number})[] {
  const since = ({groep, tijd}: GroupTimeEffect): number => tijd - groep;
  const moments = [...new Set(effects.map(since))].sort((a, b) => a - b);
  return moments.flatMap((sinds) => {
    const own = effects.filter((effect) => since(effect) === sinds);
    const average = weighted(panel, own);
    return average === null ? [] : [{sinds, groepen: own.length, ...average}];
  });
}

/** By calendar period, over the groups that had started. */
export function calendarEffects(
  panel: Panel,
  effects: readonly GroupTimeEffect[],
): (AverageEffect & {tijd: number})[] {
  const after = effects.filter(({groep, tijd}) => tijd >= groep);
  const periods = [...new Set(after.map(({tijd}) => tijd))].sort((a, b) => a - b);
  return periods.flatMap((tijd) => {
    const average = weighted(
      panel,
      after.filter((effect) => effect.tijd === tijd),
    );
    return average === null ? [] : [{tijd, ...average}];
  });
}

/** By group: the plain mean over its periods since the start. */
export function groupEffects(
  effects: readonly GroupTimeEffect[],
): (AverageEffect & {groep: number})[] {
  const after = effects.filter(({groep, tijd}) => tijd >= groep);
  return [...new Set(after.map(({groep}) => groep))].map((groep) => {
    const own = after.filter((effect) => effect.groep === groep);
    const share = 1 / own.length;
    const invloed = at(own, 0).invloed.map((_, i) =>
      sum(own.map((effect) => share * at(effect.invloed, i))),
    );
    const att = share * sum(own.map((effect) => effect.att));
    return {groep, att, standaardfout: influenceError(invloed), invloed};
  });
}

/** Mean of ATT(g,t) with the share of each group in the panel as weight. */
function weighted(panel: Panel, effects: readonly GroupTimeEffect[]): AverageEffect | null {
  if (effects.length === 0) return null;
  const weights = panel.eenheden.map(({gewicht}) => gewicht ?? 1);
  const mean = sum(weights) / weights.length;
  const inGroup = (groep: number): number[] =>
    panel.eenheden.map(({start}, i) => (start === groep ? at(weights, i) / mean : 0));
  const parts = effects.map((effect) => {
    const members = inGroup(effect.groep);
    return {effect, members, share: sum(members) / members.length};
  });
  const total = sum(parts.map(({share}) => share));
  if (!(total > 0)) return null;
  const att = sum(parts.map(({effect, share}) => (share / total) * effect.att));
  const invloed = panel.eenheden.map((_, i) =>
    sum(
      parts.map(({effect, members, share}) => {
        // The weights are estimated too: a unit that makes its group larger shifts the average.
        const shift = (at(members, i) - share) * (effect.att - att);
        return (share * at(effect.invloed, i) + shift) / total;
      }),
    ),
  );
  return {att, standaardfout: influenceError(invloed), invloed};
}
