import {boundsOf, ownWindow, type Window} from './bounds.ts';
import type {AttackResult} from './result.ts';
import {sizeOf, type PublishedCell, type Table, type TableCell} from './table.ts';

/**
 * A3: linear programming over all that is published. A group is determined when one size is left; an
 * empty one is proved empty when nobody can be in it.
 */
export async function linearBounds(
  table: Pick<Table, 'size'>,
  published: readonly PublishedCell[],
  counts: Float64Array,
  {targets, window = ownWindow}: {targets: readonly TableCell[]; window?: Window},
): Promise<AttackResult> {
  const bounds = await boundsOf(table.size, published, targets, window);
  let bepaald = 0;
  let leeg = 0;
  let mis = 0;
  for (const [index, {least, most}] of bounds.entries()) {
    const cell = targets[index];
    const truth = cell === undefined ? 0 : sizeOf(counts, cell);
    if (least > truth || most < truth) mis += 1;
    else if (most === 0) leeg += 1;
    else if (least === most) bepaald += 1;
  }
  return {
    id: 'A3',
    poging: 'Lineair programmeren over alle cellen: welke aantallen passen nog?',
    geslaagd: bepaald === 0 && leeg === 0 && mis === 0,
    gemeten: {groepen: targets.length, bepaald, leeg_bewezen: leeg, buiten_grenzen: mis},
    grens: 'geen groep bepaald, geen lege groep bewezen leeg',
  };
}

/** About `count` targets, evenly spread over the list. */
export function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  const step = list.length / count;
  return Array.from({length: count}, (_, index) => list[Math.floor(index * step)]).filter(
    (one): one is T => one !== undefined,
  );
}
