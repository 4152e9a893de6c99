import {z} from 'zod';
import {nl} from 'zod/locales';
import type {UnpackedFile} from '../delivery.ts';
import {LeveringGeweigerd} from '../errors.ts';
import {readJson} from './whole-file.ts';

const DUTCH = nl().localeError;
const day = z.iso.date('schrijf de dag als jjjj-mm-dd');

/** What a delivery must say of itself, in levering.json or in the side file of its format. */
export const FACTS = {
  gemeente_code: z.string().regex(/^GM[0-9]{4}$/, 'schrijf GM en vier cijfers'),
  bron: z.string().regex(/^[a-z0-9_-]{1,40}$/, 'gebruik alleen kleine letters, cijfers, _ en -'),
  aangemaakt_op: z.iso
    .datetime({offset: true, local: true, error: 'schrijf jjjj-mm-ddTuu:mm:ssZ'})
    .transform(inUtc),
  periode_van: day,
  periode_tot: day,
  soort: z.enum(['volledig', 'aanvulling'], 'kies volledig of aanvulling'),
  synthetisch: z.boolean().default(false),
} as const;

/** The engine drops the offset of a moment, and suppliers write different ones: compare in UTC. */
function inUtc(moment: string): string {
  return /(Z|[+-]\d{2}:?\d{2})$/.test(moment) ? new Date(moment).toISOString() : moment;
}

/**
 * Parses a JSON file of a delivery. Throws `LeveringGeweigerd` naming every field that is wrong and
 * why, never its value.
 */
export function readFields<T>(file: UnpackedFile, schema: z.ZodType<T>): T {
  const outcome = schema.safeParse(readJson(file), {error: DUTCH});
  if (outcome.success) return outcome.data;
  // The message about an unknown field quotes it, and a field can be somebody's number.
  const findings = outcome.error.issues.map(({path, code, message}) => {
    const reden = code === 'unrecognized_keys' ? 'onbekend veld' : message;
    return `${path.join('.') || 'het bestand'}: ${reden}`;
  });
  throw new LeveringGeweigerd(
    file.naam,
    `deze velden kloppen niet: ${findings.join('; ')}. Pas ze aan en lever opnieuw.`,
  );
}

/** Throws `LeveringGeweigerd` when the last day of a delivery lies before its first. */
export function refuseTurnedPeriod(
  bestand: string,
  {periode_van, periode_tot}: {periode_van: string; periode_tot: string},
): void {
  if (periode_tot >= periode_van) return;
  throw new LeveringGeweigerd(bestand, 'periode_tot ligt voor periode_van. Draai de datums om.');
}
