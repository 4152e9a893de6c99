import type {Spreiding} from './dispersion.ts';
import {allowedPlan} from './gates.ts';
import {firstStart, type Panel} from './panel.ts';
import {firstDayOf, monthOf} from './period.ts';
import {together, type Schatting} from './together.ts';

const YEAR = 12;

/**
 * The same sum as if every start had been a year earlier, over the months before the first real start:
 * there it should find nothing. Null when the figures do not go back far enough.
 */
export function placeboOf(
  panel: Panel,
  {spreiding, seed}: {spreiding: Spreiding; seed: number},
): Schatting | null {
  const first = firstStart(panel.eenheden);
  if (first === null) return null;
  const eenheden = panel.eenheden.map((unit) => ({
    ...unit,
    start: unit.start === null ? null : yearEarlier(unit.start),
  }));
  const shifted = {...panel, eenheden};
  const plan = allowedPlan(shifted, monthOf(first) - 1)?.plan;
  if (plan === undefined || plan.vergelijkingen.length === 0) return null;
  return together(shifted, {plan, spreiding, seed})?.samen ?? null;
}

function yearEarlier(dag: string): string {
  // the day of the month only says whether the month is whole
  return firstDayOf(monthOf(dag) - YEAR).slice(0, 8) + (dag.endsWith('-01') ? '01' : '02');
}
