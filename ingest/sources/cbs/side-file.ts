import {z} from 'zod';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {FACTS, readFields} from '../side-file.ts';

/** What CBS files don't say of themselves; all of it is optional. */
export const SIDE_FILE = 'cbs.json';

const sideFile = z.strictObject({
  gemeente_code: FACTS.gemeente_code.nullable().default(null),
  jaar: z.number().int().min(2010).max(2100).nullable().default(null),
  aangemaakt_op: FACTS.aangemaakt_op.nullable().default(null),
  synthetisch: FACTS.synthetisch,
});

/** Reads `cbs.json` when the delivery has it. Throws `LeveringGeweigerd` naming the wrong fields. */
export function readSideFile(files: UnpackedFiles): z.infer<typeof sideFile> {
  const file = files.find(({naam}) => naam === SIDE_FILE);
  return file === undefined ? sideFile.parse({}) : readFields(file, sideFile);
}
