import type {Doelenboom, Effect} from '../../queries/contract/goal.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Publication} from './source.ts';

/** More rows than this don't fit one screen. */
const MOST_ROWS = 10;

/** Where an indicator stands in the goals: the first theme and effect that name it. */
export interface Goal {
  thema: string;
  effect: string;
}

/** An effect that nothing in the registration measures; `extern` names a figure of others. */
export interface Unmeasured extends Goal {
  extern: string;
}

/** The goals of a gemeente, or null where none were written down. */
export function treeOf({beleid}: Publication, gemeente: string): Doelenboom | null {
  return beleid.doelenbomen.find((one) => one.gemeente === gemeente) ?? null;
}

/** For each indicator its goal, and the effects without one. */
export function goalsOf(tree: Doelenboom | null): {
  van: ReadonlyMap<string, Goal>;
  zonder: Unmeasured[];
} {
  const van = new Map<string, Goal>();
  const zonder: Unmeasured[] = [];
  for (const {titel, effecten} of tree?.themas ?? []) {
    for (const effect of effecten) {
      const goal = {thema: titel, effect: effect.citaat};
      if (effect.indicatoren.length === 0) zonder.push({...goal, extern: othersOf(effect)});
      for (const id of effect.indicatoren) if (!van.has(id)) van.set(id, goal);
    }
  }
  return {van, zonder};
}

function othersOf({extern}: Effect): string {
  return extern.map(({titel, bron}) => `${titel} (${bron})`).join(', ');
}

/** What the gemeente puts on its first screen; without goals the first rows there are. */
export function shownFirst(tree: Doelenboom | null, indicatoren: readonly Indicator[]): string[] {
  const ids = indicatoren.map(({id}) => id);
  const chosen = (tree?.overzicht ?? []).filter((id) => ids.includes(id));
  return chosen.length > 0 ? chosen : ids.slice(0, MOST_ROWS);
}

/** Rows in the order of the goals: theme, effect, indicator; what serves no goal comes last. */
export function rowOrder(tree: Doelenboom | null, {id}: Indicator): number {
  const place = [...goalsOf(tree).van.keys()].indexOf(id);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}
