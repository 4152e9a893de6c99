import {survivalCurve} from '../statistics/survival.ts';
import {daysIn, firstDay, monthOfDay, type CareSpell} from './care-series.ts';

/** Days of help per month: what was, and what is to be expected after the last known month. */
export interface CareDays {
  /** Client-days in a month. */
  inMonth: (month: number) => number;
  /** How often help is expected to begin or end, from the known months up to and with this one. */
  changesUntil: (month: number) => number;
}

/** Months of inflow that the next months are expected to resemble. */
const RECENT = 12;
/** Whole years of inflow from which a season is seen. */
const SEASON_YEARS = 2;

/**
 * Client-days per month from the spells known at the end of `month`. Later months: the run-off of open
 * help by Kaplan-Meier, given how long it has lasted, and new help as in the last year, by season.
 */
export function careDays(spells: readonly CareSpell[], vanaf: number, month: number): CareDays {
  const last = firstDay(month + 1) - 1;
  const open = survivalOf(spells, firstDay(vanaf), last);
  const running = spells.filter(({einde}) => einde === null).map(({begin}) => last - begin);
  const inflow = expectedInflow(spells, vanaf, month);
  const known = new Map<number, number>();
  for (const {begin, einde} of spells) addDays(known, begin, Math.min(einde ?? last, last), vanaf);
  return {
    inMonth(asked) {
      if (asked <= month) return known.get(asked) ?? 0;
      const middle = firstDay(asked) + daysIn(asked) / 2 - last;
      let present = 0;
      for (const age of running) present += ratio(open(age + middle), open(age));
      // New help of this month is there half of it; that of earlier months as far as it lasts.
      let added = inflow(asked) / 2;
      for (let earlier = month + 1; earlier < asked; earlier += 1) {
        const age = firstDay(asked) + daysIn(asked) / 2 - firstDay(earlier) - daysIn(earlier) / 2;
        added += inflow(earlier) * open(age);
      }
      return (present + added) * daysIn(asked);
    },
    changesUntil(asked) {
      const until = firstDay(asked + 1) - 1 - last;
      let changes = 0;
      for (const age of running) changes += 1 - ratio(open(age + until), open(age));
      for (let at = month + 1; at <= asked; at += 1) changes += inflow(at);
      return changes;
    },
  };
}

function ratio(later: number, now: number): number {
  return now > 0 ? later / now : 0;
}

/** Share still open after so many days. Help from before the registration enters late. */
function survivalOf(
  spells: readonly CareSpell[],
  first: number,
  last: number,
): (days: number) => number {
  const steps = survivalCurve(
    spells
      // Help that ended before the registration was never under observation.
      .filter(({einde}) => einde === null || einde >= first)
      .map(({begin, einde}) => ({
        vanaf: Math.max(0, first - begin),
        tot: (einde ?? last) - begin,
        soort: einde === null ? null : ('einde' as const),
      })),
    10,
  );
  return (days) => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.dag ?? 0) <= days) low = middle + 1;
      else high = middle;
    }
    return steps[low - 1]?.open ?? 1;
  };
}

/** Spells that begin in a month to come: the mean of the last year, by season where one is seen. */
function expectedInflow(
  spells: readonly CareSpell[],
  vanaf: number,
  month: number,
): (month: number) => number {
  const starts = new Map<number, number>();
  for (const {begin} of spells) {
    const at = monthOfDay(begin);
    starts.set(at, (starts.get(at) ?? 0) + 1);
  }
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at <= to; at += 1) sum += starts.get(at) ?? 0;
    return to < from ? 0 : sum / (to - from + 1);
  };
  const recent = mean(Math.max(vanaf, month - RECENT + 1), month);
  const years = Math.min(SEASON_YEARS + 1, Math.floor((month - vanaf + 1) / 12));
  if (years < SEASON_YEARS) return () => recent;
  const all = mean(month - 12 * years + 1, month);
  return (asked) => {
    let same = 0;
    for (let at = asked - 12; at > month - 12 * years; at -= 12) {
      if (at <= month) same += (starts.get(at) ?? 0) / years;
    }
    // Half of what a season seems to be: a few years say little about one month.
    const season = all > 0 ? (1 + same / all) / 2 : 1;
    return recent * season;
  };
}

function addDays(days: Map<number, number>, from: number, to: number, vanaf: number): void {
  for (let at = Math.max(vanaf, monthOfDay(from)); at <= monthOfDay(to); at += 1) {
    const first = Math.max(from, firstDay(at));
    const last = Math.min(to, firstDay(at + 1) - 1);
    if (last >= first) days.set(at, (days.get(at) ?? 0) + last - first + 1);
  }
}
