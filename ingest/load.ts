import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {enter, isLoaded} from '../warehouse/ledger.ts';
import type {Database} from '../warehouse/open.ts';
import {unpackDelivery, type UnpackedDelivery} from './delivery.ts';
import {LeveringGeweigerd} from './errors.ts';
import {makePseudonymizer, type Pseudonymizer} from './gate/pseudonym.ts';
import {totals, type DeliveryOutcome, type LoadedFile} from './outcome.ts';
import {writeQuarantine} from './quarantine.ts';
import {loadMessages} from './sources/istandaarden/load.ts';
import {
  loadUitwisselprofiel,
  readManifest,
  type Thresholds,
} from './sources/uitwisselprofiel/adapter.ts';
import {readProfile, type Profile} from './sources/uitwisselprofiel/profile.ts';

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

interface Loader extends LoadOptions {
  profile: Profile;
  pseudonym: Pseudonymizer;
}

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
  delivery: UnpackedDelivery,
): Promise<DeliveryOutcome> {
  const {warehouse} = loader;
  const id = delivery.sha256.slice(0, 16);
  const bestanden = await warehouse.transaction(async () => {
    const loaded = delivery.bestanden.every(({naam}) => /\.xml$/i.test(naam))
      ? await loadXml(loader, name, delivery)
      : await loadProfile(loader, name, delivery);
    await recordFindings(warehouse, id, loaded);
    return loaded;
  });
  writeQuarantine(join(loader.data, 'quarantaine'), name, id, delivery.bestanden, bestanden);
  return {bestandsnaam: name, levering_id: id, status: 'geladen', reden: '', bestanden};
}

async function loadProfile(
  loader: Loader,
  name: string,
  {bestanden, sha256}: UnpackedDelivery,
): Promise<LoadedFile[]> {
  const {warehouse, profile, pseudonym, thresholds, bevestig, now} = loader;
  const manifest = readManifest(bestanden, profile);
  const id = sha256.slice(0, 16);
  const context = {
    database: warehouse,
    profile,
    pseudonym,
    thresholds,
    bevestigd: bevestig.includes(name),
  };
  const loaded = await loadUitwisselprofiel(context, bestanden, manifest, id);
  const {gemeente_code, bron, soort, aangemaakt_op, periode_van, periode_tot} = manifest;
  await enter(warehouse, {
    levering_id: id,
    sha256,
    bestandsnaam: name,
    status: 'geladen',
    synthetisch: manifest.synthetisch,
    gemeente_code,
    bron,
    soort,
    aangemaakt_op,
    periode_van,
    periode_tot,
    geladen_op: now.toISOString(),
    ...totals(loaded),
  });
  return loaded;
}

async function loadXml(
  loader: Loader,
  name: string,
  {bestanden, sha256}: UnpackedDelivery,
): Promise<LoadedFile[]> {
  const {warehouse, pseudonym, now} = loader;
  const id = sha256.slice(0, 16);
  const {files, ...facts} = await loadMessages(warehouse, bestanden, {
    naam: name,
    levering_id: id,
    pseudonym,
    now,
  });
  await enter(warehouse, {
    levering_id: id,
    sha256,
    bestandsnaam: name,
    status: 'geladen',
    bron: 'berichten',
    soort: 'aanvulling',
    geladen_op: now.toISOString(),
    ...facts,
    ...totals(files),
  });
  return files;
}

async function recordFindings(
  warehouse: Database,
  id: string,
  files: readonly LoadedFile[],
): Promise<void> {
  for (const table of ['bestand', 'afgewezen_rij', 'waarschuwing']) {
    await warehouse.run(`delete from meta.${table} where levering_id = $id`, {id});
  }
  const rejected = await warehouse.connection.createAppender('afgewezen_rij', 'meta');
  const warned = await warehouse.connection.createAppender('waarschuwing', 'meta');
  const counted = await warehouse.connection.createAppender('bestand', 'meta');
  for (const file of files) {
    for (const {regel, kolom, code, reden} of file.afgewezen) {
      for (const text of [id, file.naam]) rejected.appendVarchar(text);
      rejected.appendInteger(regel);
      if (kolom === null) rejected.appendNull();
      else rejected.appendVarchar(kolom);
      for (const text of [code, reden]) rejected.appendVarchar(text);
      rejected.endRow();
    }
    for (const {regel, code, reden} of file.waarschuwingen) {
      for (const text of [id, file.naam]) warned.appendVarchar(text);
      if (regel === null) warned.appendNull();
      else warned.appendInteger(regel);
      for (const text of [code, reden]) warned.appendVarchar(text);
      warned.endRow();
    }
    for (const text of [id, file.naam, file.sha256]) counted.appendVarchar(text);
    const {gelezen, geladen, afgewezen, dubbel, verouderd} = file;
    for (const count of [gelezen, geladen, afgewezen.length, dubbel, verouderd]) {
      counted.appendInteger(count);
    }
    counted.endRow();
  }
  for (const appender of [rejected, warned, counted]) appender.closeSync();
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
