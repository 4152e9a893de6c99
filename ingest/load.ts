import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {enter, isLoaded} from '../warehouse/ledger.ts';
import type {Database} from '../warehouse/open.ts';
import {unpackDelivery, type UnpackedDelivery} from './delivery.ts';
import {LeveringGeweigerd} from './errors.ts';
import {recordFindings} from './findings.ts';
import {formatOf} from './formats.ts';
import {makePseudonymizer} from './gate/pseudonym.ts';
import {perFile, totals, type DeliveryOutcome} from './outcome.ts';
import {writeQuarantine} from './quarantine.ts';
import type {LoadContext, Thresholds} from './source-format.ts';
import {readProfile} from './sources/uitwisselprofiel/profile.ts';

/** How a run of the loader is set up. Folders of `data` must exist. */
export interface LoadOptions {
  data: string;
  warehouse: Database;
  pseudonymKey: Uint8Array;
  now: Date;
  thresholds: Thresholds;
  /** Names of deliveries that functioneel beheer confirmed although they differ much. */
  bevestig: readonly string[];
  onProgress: (progress: {done: number; total: number; what: string}) => void;
}

type Loader = LoadOptions & LoadContext;

/**
 * Loads every delivery of the inbox, oldest name first, each in a transaction of its own. A refused
 * one goes to quarantine with its reason; the others go on. Nothing is ever thrown away.
 */
export async function loadInbox(options: LoadOptions): Promise<DeliveryOutcome[]> {
  const loader: Loader = {
    ...options,
    profile: readProfile(),
    pseudonym: makePseudonymizer(options.pseudonymKey),
  };
  const inbox = join(options.data, 'inbox');
  const temporary = join(options.data, 'warehouse', 'uitgepakt');
  // A run that was killed can have left personal data here.
  rmSync(temporary, {recursive: true, force: true});
  const names = readdirSync(inbox)
    .filter((name) => !name.startsWith('.'))
    .sort();
  const outcomes: DeliveryOutcome[] = [];
  for (const [done, name] of names.entries()) {
    options.onProgress({done, total: names.length, what: name});
    outcomes.push(await loadOne(loader, name, temporary));
    rmSync(temporary, {recursive: true, force: true});
  }
  return outcomes;
}

async function loadOne(loader: Loader, name: string, temporary: string): Promise<DeliveryOutcome> {
  const path = join(loader.data, 'inbox', name);
  let id = 'onbekend';
  try {
    const delivery = await unpackDelivery(path, temporary);
    id = delivery.sha256.slice(0, 16);
    const outcome = (await isLoaded(loader.warehouse, delivery.sha256))
      ? known(name, id)
      : await loadDelivery(loader, name, delivery);
    setAside(loader.data, 'verwerkt', name, id);
    return outcome;
  } catch (error) {
    if (!(error instanceof LeveringGeweigerd)) throw error;
    return await refuse(loader, {name, id, reden: error.message});
  }
}

function known(name: string, id: string): DeliveryOutcome {
  const reden = 'Deze levering was al geladen. Er is niets veranderd.';
  return {bestandsnaam: name, levering_id: id, status: 'bekend', reden, bestanden: []};
}

async function loadDelivery(
  loader: Loader,
  name: string,
  {bestanden: unpacked, sha256}: UnpackedDelivery,
): Promise<DeliveryOutcome> {
  const {warehouse, bevestig, now} = loader;
  const id = sha256.slice(0, 16);
  const format = await formatOf(name, {bestanden: unpacked});
  const bestanden = await warehouse.transaction(async () => {
    const {feiten, bestanden: loaded} = await format.load(loader, {
      naam: name,
      levering_id: id,
      bestanden: unpacked,
      bevestigd: bevestig.includes(name),
    });
    await enter(warehouse, {
      levering_id: id,
      sha256,
      bestandsnaam: name,
      status: 'geladen',
      geladen_op: now.toISOString(),
      ...feiten,
      ...totals(loaded),
    });
    await recordFindings(warehouse, id, loaded);
    return loaded;
  });
  writeQuarantine(join(loader.data, 'quarantaine'), name, id, unpacked, perFile(bestanden));
  return {bestandsnaam: name, levering_id: id, status: 'geladen', reden: '', bestanden};
}

async function refuse(
  loader: Loader,
  {name, id, reden}: {name: string; id: string; reden: string},
): Promise<DeliveryOutcome> {
  const place = setAside(loader.data, 'quarantaine', name, id);
  const report = {levering: name, levering_id: id, reden, geweigerd_op: loader.now.toISOString()};
  writeFileSync(`${place}.reden.json`, JSON.stringify(report, null, 2), {mode: 0o600});
  await loader.warehouse.transaction(() =>
    enter(loader.warehouse, {
      levering_id: id === 'onbekend' ? name : id,
      sha256: id,
      bestandsnaam: name,
      status: 'geweigerd',
      synthetisch: false,
      gemeente_code: null,
      bron: null,
      soort: null,
      aangemaakt_op: null,
      periode_van: null,
      periode_tot: null,
      geladen_op: loader.now.toISOString(),
      gelezen: 0,
      geladen: 0,
      afgewezen: 0,
    }),
  );
  return {bestandsnaam: name, levering_id: id, status: 'geweigerd', reden, bestanden: []};
}

/** Moves a delivery out of the inbox; never over another one of the same name. */
function setAside(data: string, folder: string, name: string, id: string): string {
  const plain = join(data, folder, name);
  mkdirSync(join(data, folder), {recursive: true});
  const target = existsSync(plain) ? join(data, folder, `${id}-${name}`) : plain;
  rmSync(target, {recursive: true, force: true});
  renameSync(join(data, 'inbox', name), target);
  return target;
}
