import type {Richting} from '../contract/indicator.ts';
import type {Nulmeting, Streefwaarde} from '../contract/verdict.ts';

/** What has to be reached in a year, and whether it is a step on the way or the target itself. */
export interface TargetPoint {
  waarde: number;
  jaar: number;
  /** The year in which the next target holds. */
  doeljaar: number;
}

/**
 * The path to the targets of an area: a straight line from its 0-meting to each next target. In the
 * year of a target it is the target; after the last one that holds. Without 0-meting there is no
 * path before the first target: null. What was reached before the start has to be kept: no path leads
 * away from the side that is wished for.
 */
export function targetIn(
  jaar: number,
  targets: readonly Streefwaarde[],
  {nulmeting, richting}: {nulmeting: Nulmeting | null; richting: Richting},
): TargetPoint | null {
  const points = targets
    .map((one) => ({jaar: one.jaar, waarde: one.waarde}))
    .toSorted((a, b) => a.jaar - b.jaar);
  const last = points.at(-1);
  if (last === undefined) return null;
  const next = points.find((point) => point.jaar >= jaar) ?? last;
  if (next.jaar <= jaar) return {waarde: next.waarde, jaar, doeljaar: next.jaar};
  const before = points.findLast((point) => point.jaar < jaar) ?? startOf(nulmeting);
  if (before === null || before.jaar >= jaar) return null;
  const isReached =
    richting === 'hoger' ? before.waarde > next.waarde : before.waarde < next.waarde;
  if (isReached) return {waarde: next.waarde, jaar, doeljaar: jaar};
  const share = (jaar - before.jaar) / (next.jaar - before.jaar);
  return {waarde: before.waarde + share * (next.waarde - before.waarde), jaar, doeljaar: next.jaar};
}

/** A 0-meting counts for the year in which most of it lies. */
function startOf(nulmeting: Nulmeting | null): {jaar: number; waarde: number} | null {
  if (nulmeting?.waarde === undefined || nulmeting.waarde === null) return null;
  const [year = 0, month = 1] = nulmeting.periode_van.split('-').map(Number);
  return {jaar: month > 6 ? year + 1 : year, waarde: nulmeting.waarde};
}
