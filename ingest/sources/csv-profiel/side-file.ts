import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {FACTS, readFields, refuseTurnedPeriod} from '../side-file.ts';

/** Says whose the export is, when it was made, and which mapping reads it. */
export const SIDE_FILE = 'csv-profiel.json';

const sideFile = z.strictObject({
  ...FACTS,
  /** A file of the delivery (`profiel.json`) or a profile that the product ships (`ggm-2.5`). */
  profiel: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'geef de naam van een profiel'),
});

/** Reads `csv-profiel.json`. Throws `LeveringGeweigerd` when it lacks or has wrong fields. */
export function readSideFile(file: UnpackedFile): z.infer<typeof sideFile> {
  const side = readFields(file, sideFile);
  refuseTurnedPeriod(file.naam, side);
  return side;
}
