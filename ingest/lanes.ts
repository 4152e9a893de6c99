import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {Database} from '../warehouse/open.ts';
import {glanceAt} from './glance.ts';

/** Deliveries of one gemeente, in the order in which they are loaded. */
export interface Lane {
  /** CBS code; null for a delivery that has to be loaded by itself. */
  gemeente: string | null;
  namen: string[];
}

/** A delivery of this size (bytes) or more uses every core by itself. */
const LARGE_BYTES = 16 * 1024 ** 2;
/** One writer can't feed more: each lane is held up by the parts that are not in the engine. */
const MOST_LANES = 4;

/**
 * Deliveries in steps of lanes that may go side by side. What two gemeenten deliver has no row in
 * common; a delivery that is large, or of which only reading tells the gemeente, is a step of its own.
 */
export async function stepsOf(inbox: string, names: readonly string[]): Promise<Lane[][]> {
  const steps: Lane[][] = [];
  let open: Map<string, Lane> | null = null;
  for (const name of names) {
    const {gemeente, bytes} = await glanceAt(join(inbox, name));
    if (gemeente === null || bytes >= LARGE_BYTES) {
      steps.push([{gemeente: null, namen: [name]}]);
      open = null;
      continue;
    }
    if (open === null) {
      open = new Map();
      steps.push([]);
    }
    const lane = open.get(gemeente) ?? {gemeente, namen: []};
    if (lane.namen.length === 0) steps.at(-1)?.push(lane);
    open.set(gemeente, lane);
    lane.namen.push(name);
  }
  return steps;
}

/** Loads one delivery with a connection that no other delivery uses meanwhile. */
export type LoadName = (
  name: string,
  gemeente: string | null,
  warehouse: Database,
) => Promise<void>;

/**
 * Loads the lanes of a step side by side, each in its own order. When a load throws, the others end
 * what they are at, and its error is thrown.
 */
export async function loadLanes(
  warehouse: Database,
  lanes: readonly Lane[],
  load: LoadName,
): Promise<void> {
  const waiting = [...lanes];
  const errors: unknown[] = [];
  const work = async (database: Database): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      for (const name of lane.namen) {
        if (errors.length > 0) return;
        await load(name, lane.gemeente, database).catch((error: unknown) => errors.push(error));
      }
    }
  };
  const more = Math.min(MOST_LANES, lanes.length, availableParallelism()) - 1;
  const others = await Promise.all(Array.from({length: more}, () => warehouse.sibling()));
  await Promise.all([warehouse, ...others].map(work));
  for (const other of others) other.close();
  if (errors.length > 0) throw errors[0];
}
