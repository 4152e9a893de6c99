import {at} from '../../statistics/at.ts';
import {effectOf, expectedOf, publishedCells} from './expected.ts';
import type {Eenheid, Panel, WijkReeks} from './panel.ts';
import {cellsOf, type Plan} from './plan.ts';

/** Between which values the effect lies when each wijk is left out by turns. */
export interface Weglaten {
  laagste: number;
  hoogste: number;
  /** Wijken that could be left out: those whose own figures are published. */
  wijken: number;
}

/**
 * The effect without each wijk in turn. What a team has without a wijk is the difference of two
 * published figures. A unit of one wijk, or a comparison area, is left out as a whole. Null when
 * fewer than two can be left out.
 */
export function leaveOneOut(
  panel: Panel,
  plan: Plan,
  planWithout: (unit: number) => Plan | null,
): Weglaten | null {
  const cells = cellsOf(plan);
  const effects = [...cells].flatMap(([index, periods]) => {
    const unit = at(panel.eenheden, index);
    const outcomes =
      unit.wijken <= 1 || !unit.eigen
        ? [without(panel, planWithout(index))]
        : unit.wijkreeksen
            .filter((wijk) => [...periods].every((t) => typeof wijk.aantallen[t] === 'number'))
            .map((wijk) => without(replaced(panel, index, minus(unit, wijk)), plan));
    return outcomes.filter((effect) => effect !== null);
  });
  if (effects.length < 2) return null;
  return {laagste: Math.min(...effects), hoogste: Math.max(...effects), wijken: effects.length};
}

function without(panel: Panel, plan: Plan | null): number | null {
  if (plan === null || plan.vergelijkingen.length === 0) return null;
  return effectOf(expectedOf(publishedCells(panel), plan));
}

function replaced(panel: Panel, index: number, unit: Eenheid): Panel {
  return {...panel, eenheden: panel.eenheden.with(index, unit)};
}

function minus(unit: Eenheid, wijk: WijkReeks): Eenheid {
  const difference = (
    whole: readonly (number | null)[],
    part: readonly (number | null)[],
  ): (number | null)[] =>
    whole.map((value, t) => {
      const own = part[t] ?? null;
      return value === null || own === null ? null : Math.max(0, value - own);
    });
  return {
    ...unit,
    aantallen: difference(unit.aantallen, wijk.aantallen),
    noemers: difference(unit.noemers, wijk.noemers),
  };
}
