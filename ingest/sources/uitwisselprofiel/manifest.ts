import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {FACTS, readFields, refuseTurnedPeriod} from '../side-file.ts';
import type {Profile} from './profile.ts';

const manifest = z.strictObject({
  profiel: z.string(),
  versie: z.string(),
  ...FACTS,
  bestanden: z
    .array(
      z.strictObject({
        naam: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/i, 'geef 64 tekens, 0-9 en a-f'),
        rijen: z.number().int().min(0),
      }),
    )
    .min(1, 'noem minstens één bestand'),
});

/** `levering.json`: what a delivery says of itself. Times are ISO text. */
export type Manifest = z.infer<typeof manifest>;

/** Parses `levering.json`. Throws `LeveringGeweigerd` naming every field that is wrong. */
export function readManifestFile(file: UnpackedFile, profile: Profile): Manifest {
  const data = readFields(file, manifest);
  if (data.profiel !== profile.naam || data.versie !== profile.versie) {
    throw new LeveringGeweigerd(
      file.naam,
      `profiel of versie is onbekend. Gebruik "${profile.naam}" versie "${profile.versie}".`,
    );
  }
  refuseTurnedPeriod(file.naam, data);
  return data;
}
