import {z} from 'zod';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Profile} from './profile.ts';

const day = z.iso.date('schrijf de dag als jjjj-mm-dd');

const manifest = z.strictObject({
  profiel: z.string(),
  versie: z.string(),
  gemeente_code: z.string().regex(/^GM[0-9]{4}$/, 'schrijf GM en vier cijfers'),
  bron: z.string().regex(/^[a-z0-9_-]{1,40}$/, 'gebruik alleen kleine letters, cijfers, _ en -'),
  aangemaakt_op: z.iso
    .datetime({offset: true, local: true, error: 'schrijf jjjj-mm-ddTuu:mm:ssZ'})
    .transform(inUtc),
  periode_van: day,
  periode_tot: day,
  soort: z.enum(['volledig', 'aanvulling']),
  synthetisch: z.boolean().default(false),
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

/** The engine drops the offset of a moment, and suppliers write different ones: compare in UTC. */
function inUtc(moment: string): string {
  return /(Z|[+-]\d{2}:?\d{2})$/.test(moment) ? new Date(moment).toISOString() : moment;
}

/** `levering.json`: what a delivery says of itself. Times are ISO text. */
export type Manifest = z.infer<typeof manifest>;

/** Parses `levering.json`. Throws `LeveringGeweigerd` naming every field that is wrong. */
export function parseManifest(text: string, profile: Profile): Manifest {
  const outcome = manifest.safeParse(parseJson(text));
  if (!outcome.success) {
    const findings = outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
    throw new LeveringGeweigerd(
      'levering.json',
      `deze velden kloppen niet: ${findings.join('; ')}. Pas ze aan en lever opnieuw.`,
    );
  }
  const {data} = outcome;
  if (data.profiel !== profile.naam || data.versie !== profile.versie) {
    throw new LeveringGeweigerd(
      'levering.json',
      `profiel of versie is onbekend. Gebruik "${profile.naam}" versie "${profile.versie}".`,
    );
  }
  if (data.periode_tot < data.periode_van) {
    throw new LeveringGeweigerd(
      'levering.json',
      'periode_tot ligt voor periode_van. Draai de datums om.',
    );
  }
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new LeveringGeweigerd(
      'levering.json',
      'dit is geen geldige JSON. Maak het bestand opnieuw.',
      {cause: error},
    );
  }
}
