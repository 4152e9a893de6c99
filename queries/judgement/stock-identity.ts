import type {Poort} from './gates.ts';

/** Protected counts of the gemeente: the stock before and after a period, and what went in and out. */
export interface FlowFigures {
  voor: number | null;
  na: number | null;
  in: number | null;
  uit: number | null;
}

/** Each of four counts is at most 4 away from the true one. */
const ROUNDING = 4 * 4;
/** What a registration may miss before nobody can say what the list did. */
const TOLERATED = 0.05;

/**
 * A stock that does not follow from its flows (after = before + in − out) was not registered as one
 * list. Null when it fits within the rounding and 5% of the inflow, or when a count is not known.
 */
export function stockGate({voor, na, in: entered, uit}: FlowFigures): Poort | null {
  if (voor === null || na === null || entered === null || uit === null) return null;
  const gap = Math.abs(na - (voor + entered - uit));
  return gap > ROUNDING + TOLERATED * entered ? 'stand_sluit_niet' : null;
}
