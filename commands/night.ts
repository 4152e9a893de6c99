import {existsSync} from 'node:fs';
import type {Logger} from 'pino';
import {loadInbox} from '../ingest/load.ts';
import type {DeliveryOutcome} from '../ingest/outcome.ts';
import {buildModels} from '../warehouse/build.ts';
import {MagazijnBezet} from '../warehouse/errors.ts';
import {freshness} from '../warehouse/ledger.ts';
import {isTaken, takeLock, type Lock} from '../warehouse/lock.ts';
import {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {runChecks, type CheckOutcome} from '../warehouse/run-checks.ts';
import {applySchema} from '../warehouse/schema.ts';
import type {DataDirectory} from './data-directory.ts';
import {GebruikOnjuist, NachtBezig, NachtMislukt} from './errors.ts';
import {explainFailure} from './failure.ts';
import {readKey} from './keys.ts';
import {openNightLog, withoutNumbers} from './night-log.ts';
import {messageOf, outcomeOf, type NightOutcome} from './night-outcome.ts';
import {publish} from './night-publish.ts';
import {publicQuality} from './public-quality.ts';
import {lastNight, recordNight, toBronnen, writeFailure, writeStatus} from './night-status.ts';
import type {ProgressDisplay} from './progress.ts';
import {
  deleteOldTrial,
  deletePersonalData,
  deletePublications,
  deleteRawDeliveries,
  mayDelete,
} from './retention.ts';

/** How a night is run. */
export interface NightOptions {
  data: DataDirectory;
  now: Date;
  bevestig: readonly string[];
  display: ProgressDisplay;
  /** Make missing keys: only for a demo, a lost key must never be replaced unnoticed. */
  makeKeys?: boolean;
  /** Release whatever the rhythm says (`publiceer`); the mutation gate still holds. */
  releaseNow?: boolean;
  /** A demo may show its first, synthetic publication before it is attested. */
  attestLater?: boolean;
  log?: Logger;
}

/** What the engine may use in a night, besides loading. */
export const NIGHT_MEMORY = '4GB';

/**
 * One nightly run: load, derive, check, and release when the rhythm allows. Safe to repeat. A crash
 * at any moment leaves the last publication serving, and the next run succeeds.
 * Throws `NachtBezig` when another run has the warehouse, `GebruikOnjuist` when a key is missing, and
 * `NachtMislukt` (Dutch, with what to do) for anything else; the status file then says so too.
 */
export async function runNight(options: NightOptions): Promise<NightOutcome> {
  const {data, now} = options;
  const lock = lockWarehouse(data, now);
  const log = options.log ?? openNightLog(data);
  const start = performance.now();
  try {
    log.info({gebeurtenis: 'begin', data: data.root});
    const outcome = await workThrough({...options, log});
    const duur_ms = Math.round(performance.now() - start);
    log.info({
      gebeurtenis: 'klaar',
      gelukt: outcome.gelukt,
      publicatie: outcome.publicatie,
      duur_ms,
    });
    return outcome;
  } catch (error) {
    if (error instanceof MagazijnBezet) throw busy('', error);
    const reden = explainFailure(error);
    report(() => {
      log.error({gebeurtenis: 'mislukt', reden, err: error});
      writeFailure(data, now, reden);
    });
    throw error instanceof GebruikOnjuist ? error : new NachtMislukt(reden, {cause: error});
  } finally {
    lock.release();
  }
}

/** Takes the lock of the warehouse for this run. Throws `NachtBezig` with who has it, since when. */
export function lockWarehouse({warehouse}: DataDirectory, now: Date): Lock {
  const lock = takeLock(`${warehouse}.lock`, now);
  if (isTaken(lock)) return lock;
  throw busy(` sinds ${lock.begonnen_op} (proces ${lock.pid} op ${lock.host})`);
}

function busy(since: string, cause?: Error): NachtBezig {
  return new NachtBezig(
    `Er loopt al een nacht${since}. Wacht tot die klaar is.`,
    cause === undefined ? {} : {cause},
  );
}

async function workThrough(options: NightOptions & {log: Logger}): Promise<NightOutcome> {
  const {data, now, log} = options;
  const recovered = new Publications(data.publicaties).recover();
  if (recovered !== null) log.warn({gebeurtenis: 'hersteld', publicatie: recovered});
  const warehouse = await Database.open(data.warehouse, {memory_limit: NIGHT_MEMORY});
  try {
    const deletes = mayDelete(lastNight(data), now);
    await applySchema(warehouse);
    const deliveries = await load(warehouse, options);
    await buildModels(warehouse, options.display.next('Rekent alles door'));
    const verwijderd = deletes ? await deletePersonalData(warehouse, data, now) : 0;
    const checks = await runChecks(warehouse, now);
    logChecks(log, checks);
    const publicatie = await publish(warehouse, options, checks);
    const outcome = outcomeOf(deliveries, publicatie, checks);
    writeStatus(data, {
      laatste_nacht: now.toISOString(),
      gelukt: publicatie.gelukt,
      melding: messageOf(outcome),
      bronnen: toBronnen(await freshness(warehouse)),
      bevindingen: checks,
    });
    const {geladen, geweigerd} = outcome;
    recordNight(
      data,
      {
        begonnen_op: now.toISOString(),
        gelukt: publicatie.gelukt,
        geladen,
        geweigerd,
        publicatie: publicatie.id,
        melding: messageOf(outcome),
      },
      await publicQuality(warehouse),
    );
    deleteOldTrial(data, now);
    const leveringen = deletes ? deleteRawDeliveries(data, now) : 0;
    const publicaties = deletes ? deletePublications(data) : [];
    log.info({
      gebeurtenis: 'bewaartermijn',
      opgeruimd: deletes,
      verwijderd,
      leveringen,
      publicaties,
    });
    return outcome;
  } finally {
    warehouse.close();
  }
}

async function load(
  warehouse: Database,
  options: NightOptions & {log: Logger},
): Promise<DeliveryOutcome[]> {
  const {data, now, bevestig, display, makeKeys = false, log} = options;
  const deliveries = await loadInbox({
    data: data.root,
    warehouse,
    pseudonymKey: readKey(data.sleutels, 'pseudoniem', makeKeys),
    now,
    thresholds: data.configuration.drempels,
    bevestig,
    onProgress: display.next('Laadt de leveringen'),
  });
  for (const {bestandsnaam, levering_id, status, rijen} of deliveries) {
    const bestand = withoutNumbers(bestandsnaam);
    log.info({gebeurtenis: 'levering', bestand, levering_id, status, ...rijen});
  }
  return deliveries;
}

function logChecks(log: Logger, checks: readonly CheckOutcome[]): void {
  for (const {check, gevolg, bevindingen} of checks) {
    if (bevindingen > 0) log.warn({gebeurtenis: 'controle', check, gevolg, bevindingen});
  }
}

/** On a full disk nothing can be written about the full disk either; the exit code still tells. */
function report(write: () => void): void {
  try {
    write();
  } catch (error) {
    console.error(explainFailure(error));
  }
}

/** Whether a warehouse was ever made in this data directory. */
export function hasWarehouse({warehouse}: DataDirectory): boolean {
  return existsSync(warehouse);
}
