import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {setPriority} from 'node:os';
import type {Command} from 'commander';
import {attest} from '../queries/attack/attestation.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import type {Privacytoets} from '../queries/contract.ts';
import {readParts} from '../queries/publication-file.ts';
import {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist, NachtMislukt} from './errors.ts';
import {readKey} from './keys.ts';

const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');
const COMMAND_LINE = join(import.meta.dirname, '..', 'bin', 'wijkmonitor.js');
const BEHIND_OTHERS = 10;

/** Adds `attesteer`: attacks the current publication once more and keeps the outcome beside it. */
export function attesteer(program: Command): void {
  program
    .command('attesteer')
    .description('voert de privacytoets uit op de huidige publicatie en bewaart de uitslag')
    .action(async () => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const toets = await attestCurrent(data, new Date());
      for (const {id, geslaagd, poging} of toets.resultaten) {
        console.log(`${geslaagd ? 'bestand' : 'NIET BESTAND'} tegen ${id}: ${poging}`);
      }
      if (!toets.geslaagd) throw new NachtMislukt('De privacytoets is niet gehaald.');
    });
}

/** Attacks the current publication, scored by the exact warehouse. Throws `GebruikOnjuist`. */
export async function attestCurrent(data: DataDirectory, now: Date): Promise<Privacytoets> {
  const publications = new Publications(data.publicaties);
  const current = publications.current();
  if (current === null)
    throw new GebruikOnjuist('Er is nog geen publicatie. Draai eerst de nacht.');
  const warehouse = await Database.open(data.warehouse, {access_mode: 'READ_ONLY'});
  const publication = await Database.open(current.path, {access_mode: 'READ_ONLY'});
  const {manifest} = await readParts(publication);
  publication.close();
  try {
    const toets = await attest({
      warehouse,
      publicatie: current.path,
      definitions: readCatalogue(INDICATORS).all(),
      salts: {
        label: readKey(data.sleutels, 'label-zout', false),
        record: readKey(data.sleutels, 'record-zout', false),
      },
      now,
      id: manifest.id,
      cellenSha256: manifest.cellen_sha256,
      parameters: manifest.parameters,
    });
    publications.attest(current.id, toets);
    return toets;
  } finally {
    warehouse.close();
  }
}

/**
 * Attests the current publication in a process of its own, behind all others, when it has no
 * attestation yet. Answers a function that stops it. The Privacy page says how it went.
 */
export function attestInBackground(data: DataDirectory): () => void {
  const publications = new Publications(data.publicaties);
  const current = publications.current();
  if (current === null || publications.attestation(current.id) !== null) return () => undefined;
  const words = [COMMAND_LINE, '--data', data.root, 'attesteer'];
  const child = spawn(process.execPath, words, {stdio: 'ignore'});
  if (child.pid !== undefined) setPriority(child.pid, BEHIND_OTHERS);
  return () => child.kill();
}
