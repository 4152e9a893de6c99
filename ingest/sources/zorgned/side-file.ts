import {z} from 'zod';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {FACTS, readFields, refuseTurnedPeriod} from '../side-file.ts';

/** Says what Zorgned JSON does not: whose it is, when it was made and which pseudonyms to use. */
export const SIDE_FILE = 'zorgned.json';

/** A pseudonym of the source system. Eight or nine digits alone could be a BSN. */
export const pseudonym = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .refine((text) => !/^[0-9]{8,9}$/.test(text));

const sideFile = z.strictObject({
  ...FACTS,
  soort: FACTS.soort.default('aanvulling'),
  /** Zorgned gives one file per client: whose each one is. */
  bestanden: z
    .array(
      z.strictObject({
        naam: z.string(),
        client_id: pseudonym,
        geboortejaar: z.number().int().min(1900).max(2100).nullable().default(null),
        geslacht: z.enum(['m', 'v', 'o']).nullable().default(null),
      }),
    )
    .default([]),
  /** Only when aanvragen are questions to a team: which team, and the question per category. */
  aanmeldingen: z
    .strictObject({team_id: z.string().min(1), vraagtypen: z.record(z.string(), z.string())})
    .nullable()
    .default(null),
});

/** The content of `zorgned.json`. */
export type SideFile = z.infer<typeof sideFile>;

/** Reads `zorgned.json`. Throws `LeveringGeweigerd` when it lacks or has wrong fields. */
export function readSideFile(files: UnpackedFiles): SideFile {
  const file = files.find(({naam}) => naam === SIDE_FILE);
  if (file === undefined) {
    throw new LeveringGeweigerd(
      SIDE_FILE,
      'dit bestand ontbreekt. Voeg het toe met gemeente_code, bron, aangemaakt_op, periode en client_id.',
    );
  }
  const side = readFields(file, sideFile);
  refuseTurnedPeriod(SIDE_FILE, side);
  if (side.bestanden.some(({naam}) => !files.some((candidate) => candidate.naam === naam))) {
    throw new LeveringGeweigerd(
      SIDE_FILE,
      'een genoemd bestand zit niet in de levering. Voeg het toe of haal de naam weg.',
    );
  }
  return side;
}
