import {at} from './at.ts';
import {sum} from './sum.ts';

/** One unit of a panel: its outcome per period, null where unknown, and when its treatment began. */
export interface PanelUnit {
  /** First treated period; null when never. */
  start: number | null;
  waarden: readonly (number | null)[];
  /** Weight in the means, 1 when left out. */
  gewicht?: number;
}

/** Outcomes of several units over the same ascending periods. */
export interface Panel {
  perioden: readonly number[];
  eenheden: readonly PanelUnit[];
}

/** How the comparison is made. */
export interface GroupTimeOptions {
  /** Units never treated only, or everyone not treated yet (the never treated among them). */
  comparison?: 'never' | 'not-yet';
  /** Periods before the start in which an effect may already show. */
  anticipation?: number;
  /** Before the start: against the period before (varying) or always the last one before the start. */
  base?: 'varying' | 'universal';
}

/** Effect on the group that started in `groep`, in period `tijd`. */
export interface GroupTimeEffect {
  groep: number;
  tijd: number;
  att: number;
  standaardfout: number;
  behandeld: number;
  vergeleken: number;
  /** Influence of each unit of the panel, for the standard errors of averages. */
  invloed: readonly number[];
}

/**
 * ATT(g,t) of Callaway & Sant'Anna 2021 without covariates: the change of group g since its base
 * period minus the change of the comparison units. A (g,t) without base period or without comparison
 * is left out, as is a group that was treated from the first period on.
 */
export function groupTimeEffects(
  panel: Panel,
  {comparison = 'not-yet', anticipation = 0, base = 'varying'}: GroupTimeOptions = {},
): GroupTimeEffect[] {
  const {perioden, eenheden} = panel;
  const groups = [...new Set(eenheden.flatMap(({start}) => (start === null ? [] : [start])))].sort(
    (a, b) => a - b,
  );
  return groups.flatMap((groep) => {
    const last = perioden.findLastIndex((period) => period < groep - anticipation);
    if (last === -1) return [];
    return perioden.flatMap((tijd, now) => {
      const before = base === 'varying' && now <= last ? now - 1 : last;
      if (before < 0 || before === now) return [];
      const horizon = Math.max(tijd, at(perioden, before)) + anticipation;
      const compared = ({start}: PanelUnit): boolean =>
        start === null || (comparison === 'not-yet' && start > horizon && start !== groep);
      const effect = twoByTwo(panel, {groep, now, before}, compared);
      return effect === null ? [] : [{groep, tijd, ...effect}];
    });
  });
}

function twoByTwo(
  {eenheden}: Panel,
  {groep, now, before}: {groep: number; now: number; before: number},
  compared: (unit: PanelUnit) => boolean,
): Omit<GroupTimeEffect, 'groep' | 'tijd'> | null {
  const changes = eenheden.map((unit) => {
    const [to, from] = [at(unit.waarden, now), at(unit.waarden, before)];
    const side = unit.start === groep ? 'g' : compared(unit) ? 'c' : null;
    return to === null || from === null || side === null
      ? null
      : {side, change: to - from, weight: unit.gewicht ?? 1};
  });
  const known = changes.filter((one) => one !== null);
  const average = (side: 'g' | 'c') => {
    const own = known.filter((one) => one.side === side);
    const weight = sum(own.map((one) => one.weight));
    const mean = sum(own.map((one) => one.weight * one.change)) / weight;
    return {n: own.length, weight, mean};
  };
  const [treated, others] = [average('g'), average('c')];
  if (!(treated.weight > 0) || !(others.weight > 0)) return null;
  const n = eenheden.length;
  const invloed = changes.map((one) => {
    if (one === null) return 0;
    const {mean, weight} = one.side === 'g' ? treated : others;
    return ((one.side === 'g' ? n : -n) * one.weight * (one.change - mean)) / weight;
  });
  return {
    att: treated.mean - others.mean,
    standaardfout: influenceError(invloed),
    behandeld: treated.n,
    vergeleken: others.n,
    invloed,
  };
}

/** Standard error of an estimate from the influence of each unit. */
export function influenceError(influence: readonly number[]): number {
  return Math.sqrt(sum(influence.map((value) => value * value))) / influence.length;
}
