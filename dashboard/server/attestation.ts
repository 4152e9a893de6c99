import {z} from 'zod';
import type {Privacytoets} from '../../queries/contract/publication.ts';
import {PublicatieNietGetoetst} from './errors.ts';
import type {Publication, PublicationFiles} from './source.ts';

const aanval = z.object({
  id: z.string(),
  poging: z.string(),
  geslaagd: z.boolean(),
  gemeten: z.record(z.string(), z.number()),
  grens: z.string(),
});

/** What `attest-<id>.json` holds. */
export const privacytoets = z.object({
  publicatie: z.string(),
  gemaakt_op: z.string(),
  cellen_sha256: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
  resultaten: z.array(aanval),
  geslaagd: z.boolean(),
});

/** The attestation of a kept publication, or null while there is none. */
export function readAttestation(
  files: Pick<PublicationFiles, 'attestation'>,
  id: string,
): Privacytoets | null {
  const text = files.attestation(id);
  return text === null ? null : privacytoets.parse(JSON.parse(text));
}

/**
 * Throws `PublicatieNietGetoetst` unless this publication withstood the attacks. Invented figures may
 * go online before that.
 */
export function requireAttestation(
  files: Pick<PublicationFiles, 'attestation'>,
  {manifest}: Publication,
): void {
  if (manifest.synthetisch) return;
  const toets = readAttestation(files, manifest.id);
  if (toets?.geslaagd !== true || toets.cellen_sha256 !== manifest.cellen_sha256) {
    throw new PublicatieNietGetoetst(manifest.id);
  }
}
