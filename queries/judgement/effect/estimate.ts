import {at} from '../../statistics/at.ts';
import {adjustP} from '../../statistics/p-adjust.ts';
import {dispersionOf} from './dispersion.ts';
import type {Verwachting} from './expected.ts';
import {allowedPlan, type ToegestaanPlan} from './gates.ts';
import {groupTimeMean} from './group-time.ts';
import {leaveOneOut, type Weglaten} from './leave-out.ts';
import type {Panel} from './panel.ts';
import {makePlan, type Plan} from './plan.ts';
import {placeboOf} from './placebo.ts';
import {smallestProvable} from './provable.ts';
import {controlledSeries, type Controle} from './robustness.ts';
import {startOrders, type Volgordes} from './start-orders.ts';
import {schattingOf, together, type Schatting} from './together.ts';

/** All that is estimated from a panel. */
export interface Uitkomst extends ToegestaanPlan {
  verwachting: Verwachting;
  aantoonbaar: number | null;
  samen: Schatting;
  /** By position in the panel; p is adjusted for the number of teams (Holm). */
  teams: ReadonlyMap<number, Schatting>;
  halfjaren: ReadonlyMap<number, Schatting>;
  placebo: Schatting | null;
  volgordes: Volgordes | null;
  weglaten: Weglaten | null;
  controle: Controle | null;
  att: number | null;
}

/**
 * The effect of the teams up to and including month `tot`, from protected counts. Null when nobody can
 * be compared or the spread before the start is unknown: `allowedPlan` says which.
 */
export function estimate(panel: Panel, tot: number, seed = 1): Uitkomst | null {
  const allowed = allowedPlan(panel, tot);
  if (allowed === null || allowed.plan.vergelijkingen.length === 0) return null;
  const {plan, uitgesloten} = allowed;
  const spreiding = dispersionOf(panel, tot);
  const base = spreiding === null ? null : together(panel, {plan, spreiding, seed});
  if (spreiding === null || base === null) return null;
  const {samen, verwachting, worlds} = base;
  const split = (by: (comparison: number) => number): Map<number, Schatting> =>
    splitBy(plan, {verwachting, worlds, by});
  const skip = new Set(uitgesloten.keys());
  return {
    ...allowed,
    verwachting,
    samen,
    aantoonbaar: smallestProvable(panel, plan),
    teams: withHolm(split((one) => at(plan.vergelijkingen, one).eenheid)),
    halfjaren: split((one) => at(plan.vergelijkingen, one).halfjaar),
    placebo: placeboOf(panel, {spreiding, seed}),
    volgordes: startOrders(panel, {tot, effect: samen.effect}),
    weglaten: leaveOneOut(panel, plan, (unit) =>
      makePlan(panel, {tot, skip: new Set([...skip, unit])}),
    ),
    controle: controlledSeries(panel, plan, tot),
    att: groupTimeMean(panel, plan),
  };
}

function splitBy(
  {vergelijkingen}: Plan,
  {
    verwachting,
    worlds,
    by,
  }: {verwachting: Verwachting; worlds: Verwachting[]; by: (comparison: number) => number},
): Map<number, Schatting> {
  const keys = [...new Set(vergelijkingen.map((_, index) => by(index)))].sort((a, b) => a - b);
  return new Map(
    keys.flatMap((key) => {
      const found = schattingOf(verwachting, worlds, (index) => by(index) === key);
      return found === null ? [] : [[key, found] as const];
    }),
  );
}

/** Several teams are several chances of a false alarm. */
function withHolm(teams: ReadonlyMap<number, Schatting>): Map<number, Schatting> {
  const adjusted = adjustP(
    [...teams.values()].map(({band}) => band.p),
    'holm',
  );
  return new Map(
    [...teams].map(([unit, schatting], index) => [
      unit,
      {...schatting, band: {...schatting.band, p: at(adjusted, index)}},
    ]),
  );
}
