import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {readJson} from '../whole-file.ts';

/** What CBS files don't say of themselves; all of it is optional. */
export const SIDE_FILE = 'cbs.json';

const sideFile = z.strictObject({
  gemeente_code: z
    .string()
    .regex(/^GM[0-9]{4}$/)
    .nullable()
    .default(null),
  jaar: z.number().int().min(2010).max(2100).nullable().default(null),
  aangemaakt_op: z.iso.datetime({offset: true, local: true}).nullable().default(null),
  synthetisch: z.boolean().default(false),
});

/** Reads `cbs.json` when the delivery has it. Throws `LeveringGeweigerd` naming the wrong fields. */
export function readSideFile(files: readonly UnpackedFile[]): z.infer<typeof sideFile> {
  const file = files.find(({naam}) => naam === SIDE_FILE);
  const outcome = sideFile.safeParse(file === undefined ? {} : readJson(file));
  if (outcome.success) return outcome.data;
  const places = outcome.error.issues.map(({path}) => path.join('.') || 'onbekend veld');
  throw new LeveringGeweigerd(
    SIDE_FILE,
    `deze velden kloppen niet: ${places.join(', ')}. Zie de beschrijving van cbs.json.`,
  );
}
