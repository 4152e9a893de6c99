import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';

const schema = z.record(
  z.string(),
  z.strictObject({dagen: z.array(z.iso.date()).min(1), grond: z.string().min(1)}),
);

/** The fixed days of evaluation per gemeente, in ascending order. */
export type Evaluatiedagen = ReadonlyMap<string, readonly string[]>;

/** Reads `evaluatie.yaml`; a fault in it is ours and throws. */
export function readEvaluationDays(): Evaluatiedagen {
  const text = readFileSync(join(import.meta.dirname, 'evaluatie.yaml'), 'utf8');
  const entries = Object.entries(schema.parse(parse(text)));
  return new Map(entries.map(([gemeente, {dagen}]) => [gemeente, dagen.toSorted()]));
}

/**
 * The last fixed day that the data reach, or the first one when they reach none yet: the effect
 * changes when a day passes, never from night to night.
 */
export function evaluationDay(
  days: Evaluatiedagen,
  {gemeente, start, dataTot}: {gemeente: string; start: string; dataTot: string},
): string {
  const own = days.get(gemeente) ?? [`${Number(start.slice(0, 4)) + 1}-12-31`];
  return own.findLast((day) => day <= dataTot) ?? own[0] ?? dataTot;
}
