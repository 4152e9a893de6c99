import {randomBytes} from 'node:crypto';
import {readdirSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {isDelivery} from '../inbox.ts';
import {IdentificerendeGegevens} from './finding.ts';
import {maskFileName} from './mask.ts';
import {checkFileNames} from './name-check.ts';

const MASKED = 'gemaskeerd-';

/**
 * Renames what lies in the inbox under a name that identifies somebody, so that nothing further on
 * ever knows that name: no report, log, ledger or quarantine. A number keeps two of them apart.
 */
export function maskInboxNames(inbox: string, now: Date): void {
  for (const name of readdirSync(inbox)) {
    if (!isDelivery(name) || checkFileNames([name], now).length === 0) continue;
    const number = randomBytes(3).toString('hex');
    renameSync(join(inbox, name), join(inbox, `${MASKED}${number}-${maskFileName(name)}`));
  }
}

/**
 * Throws `IdentificerendeGegevens` when the name of a delivery was masked, or a file in it has a name
 * that identifies somebody.
 */
export function refuseNames(delivery: string, files: Iterable<{naam: string}>, now: Date): void {
  const masked = delivery.startsWith(MASKED) ? [maskedName(delivery)] : [];
  const found = [...masked, ...checkFileNames({[Symbol.iterator]: () => namesOf(files)}, now)];
  if (found.length > 0) throw new IdentificerendeGegevens(found);
}

function* namesOf(files: Iterable<{naam: string}>): Generator<string> {
  for (const {naam} of files) yield naam;
}

function maskedName(bestand: string) {
  const where = {bestand, kolom: '', soort: 'persoonsgegeven', patroon: bestand, regels: []};
  return {...where, oordeel: 'geweigerd' as const, aantal: 1};
}
