import {at} from '../../statistics/at.ts';
import {orders, randomisationTest} from '../../statistics/randomisation.ts';
import {effectOf, expectedOf, publishedCells} from './expected.ts';
import type {Panel} from './panel.ts';
import {cellsOf, makePlan, type Plan} from './plan.ts';

/** How many of the possible start orders give an effect at least as pronounced as the real one. */
export interface Volgordes {
  /** Orders that could be worked out from published cells, the real one among them. */
  aantal: number;
  /** All different orders. */
  mogelijk: number;
  minstens_zo_uitgesproken: number;
}

/** Above this there are too many orders to go through, and chance is told by the bootstrap alone. */
const MOST_TEAMS = 6;

/**
 * Exact permutation of the start dates over the own teams. Orders that give every team the same date
 * count once. Orders that can't be estimated are left out. Null with fewer than two different orders.
 */
export function startOrders(
  panel: Panel,
  {tot, effect}: {tot: number; effect: number},
): Volgordes | null {
  const own = panel.eenheden.flatMap(({eigen, start}, index) =>
    eigen && start !== null ? [{index, start}] : [],
  );
  if (own.length > MOST_TEAMS) return null;
  const seen = new Set<string>();
  const found = [...orders(own.map(({start}) => start))].flatMap((starts) => {
    const key = starts.join();
    if (seen.has(key)) return [];
    seen.add(key);
    const shuffled = withStarts(panel, new Map(own.map(({index}, i) => [index, at(starts, i)])));
    const plan = makePlan(shuffled, {tot});
    if (plan === null || plan.vergelijkingen.length === 0 || !isWhole(panel, plan)) return [];
    const other = effectOf(expectedOf(publishedCells(panel), plan));
    return other === null ? [] : [Math.log1p(other)];
  });
  const test = randomisationTest(Math.log1p(effect), found);
  if (test === null || test.aantal < 2) return null;
  return {aantal: test.aantal, mogelijk: seen.size, minstens_zo_uitgesproken: test.even_ver};
}

function withStarts(panel: Panel, starts: ReadonlyMap<number, string>): Panel {
  const eenheden = panel.eenheden.map((unit, index) => ({
    ...unit,
    start: starts.get(index) ?? unit.start,
  }));
  return {...panel, eenheden};
}

/** Whether every cell that the plan reads is there. */
function isWhole({eenheden}: Panel, plan: Plan): boolean {
  return [...cellsOf(plan)].every(([unit, periods]) =>
    [...periods].every((t) => typeof at(eenheden, unit).aantallen[t] === 'number'),
  );
}
