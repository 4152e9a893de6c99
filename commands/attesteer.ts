import {join} from 'node:path';
import type {Command} from 'commander';
import {attest} from '../queries/attack/attestation.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import type {Privacytoets} from '../queries/contract/publication.ts';
import {readParts} from '../queries/publication-file.ts';
import {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist, NachtMislukt} from './errors.ts';
import {readKey} from './keys.ts';
import {lockWarehouse} from './night.ts';
import {startAttestation} from './night-process.ts';

const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');

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

/**
 * Attacks the current publication, scored by the exact warehouse. Throws `GebruikOnjuist` when nothing
 * was published, `NachtBezig` while a night has the warehouse.
 */
export async function attestCurrent(data: DataDirectory, now: Date): Promise<Privacytoets> {
  const publications = new Publications(data.publicaties);
  const current = publications.current();
  if (current === null)
    throw new GebruikOnjuist('Er is nog geen publicatie. Draai eerst de nacht.');
  const lock = lockWarehouse(data, now);
  try {
    const toets = await attestFile(data, current.path, now);
    publications.attest(current.id, toets);
    return toets;
  } finally {
    lock.release();
  }
}

async function attestFile(data: DataDirectory, path: string, now: Date): Promise<Privacytoets> {
  const publication = await Database.open(path, {access_mode: 'READ_ONLY'});
  const {manifest} = await readParts(publication);
  publication.close();
  const warehouse = await Database.open(data.warehouse, {access_mode: 'READ_ONLY'});
  try {
    return await attest({
      warehouse,
      publicatie: path,
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
  } finally {
    warehouse.close();
  }
}

/** An attestation that runs beside the server. */
export interface BackgroundAttestation {
  /** In one Dutch sentence how it went; null when there was nothing to do or it was stopped. */
  done: Promise<string | null>;
  stop: () => void;
}

/**
 * Attests the current publication in a process of its own, behind all others, when it has no
 * attestation yet.
 */
export function attestInBackground(data: DataDirectory): BackgroundAttestation {
  const publications = new Publications(data.publicaties);
  const current = publications.current();
  if (current === null || publications.attestation(current.id) !== null) {
    return {done: Promise.resolve(null), stop: () => undefined};
  }
  const attestation = startAttestation(data.root);
  const told = (code: number | null): string | null =>
    code === null ? null : code === 0 ? HELD : NOT_HELD;
  return {
    stop: () => {
      attestation.stop();
    },
    done: attestation.done.then(told, () => NOT_HELD),
  };
}

const HELD = 'De privacytoets is gehaald. De uitslag staat op de pagina Privacy.';
const NOT_HELD =
  'De privacytoets is niet gehaald of afgebroken. Draai `wijkmonitor attesteer` en lees de uitslag.';
