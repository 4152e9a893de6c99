import type {Gebeurtenis} from '../../contract/area.ts';
import {at} from '../../statistics/at.ts';
import {totalOf} from './expected.ts';
import type {Panel} from './panel.ts';
import {monthOf} from './period.ts';
import {cellsOf, makePlan, type Plan} from './plan.ts';

/** Why a team or comparison area takes no part. */
export type Uitsluiting = 'te_klein' | 'basis_te_klein' | 'geen_vergelijking' | 'te_kort_na_start';

/** The plan without the units that can't take part, and why each of those is left out. */
export interface ToegestaanPlan {
  plan: Plan;
  uitgesloten: ReadonlyMap<number, Uitsluiting>;
}

const MIN_BASE = 10;

/**
 * Leaves out units with a hidden cell that the plan reads (small counts are hidden more often: filling
 * them in would bend the estimate) or with fewer than ten events in the baseline, until the plan reads
 * published cells only. Null when the twelve months before the start are not there.
 */
export function allowedPlan(panel: Panel, tot: number): ToegestaanPlan | null {
  const uitgesloten = new Map<number, Uitsluiting>();
  for (;;) {
    const plan = makePlan(panel, {tot, skip: new Set(uitgesloten.keys())});
    if (plan === null) return null;
    const before = uitgesloten.size;
    for (const [unit, periods] of cellsOf(plan)) {
      const reason = faultOf(panel, {unit, periods, basis: plan.basis});
      if (reason !== null) uitgesloten.set(unit, reason);
    }
    if (uitgesloten.size > before) continue;
    return {plan, uitgesloten: new Map([...uncompared(panel, plan), ...uitgesloten])};
  }
}

/** Own teams without a comparison: nobody was left, or they had hardly started. */
function uncompared({eenheden}: Panel, {vergelijkingen, zonder}: Plan): [number, Uitsluiting][] {
  return [...eenheden.entries()].flatMap(([index, {eigen}]) => {
    const isOf = ({eenheid}: {eenheid: number}): boolean => eenheid === index;
    if (!eigen || vergelijkingen.some(isOf)) return [];
    return [[index, zonder.some(isOf) ? 'geen_vergelijking' : 'te_kort_na_start']];
  });
}

function faultOf(
  {eenheden}: Panel,
  {unit, periods, basis}: {unit: number; periods: ReadonlySet<number>; basis: readonly number[]},
): Uitsluiting | null {
  const {aantallen, noemers} = at(eenheden, unit);
  const there = (t: number): boolean => typeof aantallen[t] === 'number' && (noemers[t] ?? 0) > 0;
  if (![...periods].every(there)) return 'te_klein';
  return totalOf(aantallen, basis) < MIN_BASE ? 'basis_te_klein' : null;
}

/** An event in the window that says that the registration changed; null when there is none. */
export function registrationChange(
  events: readonly Gebeurtenis[],
  {
    gemeente,
    gebieden,
    van,
    tot,
  }: {gemeente: string; gebieden: ReadonlySet<string>; van: number; tot: number},
): Gebeurtenis | null {
  const found = events.find(({datum, gebied, omschrijving}) => {
    const month = monthOf(datum);
    const here = gebied === null || gebied === gemeente || gebieden.has(gebied);
    return here && month > van && month <= tot && /registrat/i.test(omschrijving);
  });
  return found ?? null;
}
