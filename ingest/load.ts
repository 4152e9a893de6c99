import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import {enter, isLoaded, latestMoment} from '../warehouse/ledger.ts';
import type {Database} from '../warehouse/open.ts';
import {sizeOf, unpackDelivery, type UnpackedDelivery, type UnpackedFile} from './delivery.ts';
import {LeveringGeweigerd} from './errors.ts';
import {recordFindings, recordGateFindings} from './findings.ts';
import {formatOf} from './formats.ts';
import {IdentificerendeGegevens, type GateFinding} from './gate/finding.ts';
import {Gate} from './gate/gate.ts';
import {maskInboxNames, refuseNames} from './gate/inbox-names.ts';
import {recordKAnonymity} from './gate/k-anonymity.ts';
import {makePseudonymizer} from './gate/pseudonym.ts';
import type {Budget} from './gate/reverse-digest.ts';
import {perFile, totals, type DeliveryOutcome} from './outcome.ts';
import {writeQuarantine} from './quarantine.ts';
import {writeReason} from './quarantine-item.ts';
import {fingerprint, isDelivery, isUnreadable} from './inbox.ts';
import {loadLanes, stepsOf, type LoadName} from './lanes.ts';
import {measureDelivery} from './measure.ts';
import type {LoadContext, Thresholds} from './source-format.ts';
import {LARGE_BYTES} from './sources/stage.ts';
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
  /** How long hashes are tried against all BSNs; else as the source asks for. */
  hashBudget?: Budget | null;
  /** Rows of a CSV file of more bytes are set down on disk; for tests that want small ones there. */
  largeBytes?: number;
  onProgress: (progress: {done: number; total: number; what: string}) => void;
}

type Loader = LoadOptions &
  Omit<LoadContext, 'gate'> & {
    /** The only gemeente of which rows may be touched; null: whatever the delivery is of. */
    gemeente: string | null;
  };

/** A delivery is of another gemeente than it seemed: it has to be loaded by itself. */
class AndereGemeente extends Error {
  override readonly name = 'AndereGemeente';
}

/** What the engine may use while it loads: rows of large files stand on disk, so more brings nothing. */
const MEMORY = '512MB';

/**
 * Loads every delivery of the inbox, oldest name first, each in a transaction of its own; those of
 * several gemeenten side by side. A refused one goes to quarantine with its reason; the others go on.
 * Nothing is ever thrown away.
 */
export async function loadInbox(options: LoadOptions): Promise<DeliveryOutcome[]> {
  const loader = {
    ...options,
    largeBytes: options.largeBytes ?? LARGE_BYTES,
    profile: readProfile(),
    pseudonym: makePseudonymizer(options.pseudonymKey),
  };
  const inbox = join(options.data, 'inbox');
  const temporary = join(options.data, 'warehouse', 'uitgepakt');
  // A run that was killed can have left personal data here.
  rmSync(temporary, {recursive: true, force: true});
  maskInboxNames(inbox, options.now);
  const names = readdirSync(inbox).filter(isDelivery).sort();
  const outcomes = new Map<string, DeliveryOutcome>();
  const misnamed: string[] = [];
  const load: LoadName = async (what, gemeente, warehouse) => {
    options.onProgress({done: outcomes.size, total: names.length, what});
    const folder = join(temporary, gemeente ?? 'alleen');
    try {
      outcomes.set(what, await loadOne({...loader, warehouse, gemeente}, what, folder));
    } catch (error) {
      if (!(error instanceof AndereGemeente)) throw error;
      misnamed.push(what);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  };
  const memory = await limitMemory(options.warehouse);
  for (const lanes of await stepsOf(inbox, names)) {
    await loadLanes(options.warehouse, lanes, load);
    for (const name of misnamed.splice(0)) await load(name, null, options.warehouse);
  }
  rmSync(temporary, {recursive: true, force: true});
  await options.warehouse.run('reset threads');
  await options.warehouse.run(`set memory_limit = '${memory}'`);
  return names.flatMap((name) => outcomes.get(name) ?? []);
}

/** Lowers the limit to what loading needs; answers the one before. */
async function limitMemory(warehouse: Database): Promise<string> {
  const [before] = await warehouse.rows(`select current_setting('memory_limit') as memory`);
  await warehouse.run(`set memory_limit = '${MEMORY}'`);
  return String(before?.['memory']);
}

async function loadOne(loader: Loader, name: string, temporary: string): Promise<DeliveryOutcome> {
  const path = join(loader.data, 'inbox', name);
  let id: string | null = null;
  try {
    const delivery = await unpackDelivery(path, temporary);
    id = delivery.sha256.slice(0, 16);
    const files = delivery.bestanden.map(({naam}) => naam);
    refuseNames(name, files, loader.now);
    const outcome = (await isLoaded(loader.warehouse, delivery.sha256))
      ? known(name, id)
      : await loadDelivery(loader, name, delivery);
    moveOut(loader, name, placeFor(loader.data, 'verwerkt', name, id));
    return outcome;
  } catch (error) {
    const known = id ?? fingerprint(path);
    if (isUnreadable(error, path)) return unreadable(name, known);
    if (!(error instanceof LeveringGeweigerd)) throw error;
    const bevindingen = error instanceof IdentificerendeGegevens ? error.bevindingen : [];
    return await refuse(loader, {name, id: known, reden: error.message, bevindingen});
  }
}

function known(name: string, id: string): DeliveryOutcome {
  const reden = 'Deze levering was al geladen. Er is niets veranderd.';
  return {...outcomeOf(name, id), status: 'bekend', reden};
}

/** It stays in the inbox: nothing is wrong with the delivery itself, so a next night tries again. */
function unreadable(name: string, id: string): DeliveryOutcome {
  const reden = `${name}: de nacht kan dit niet lezen. Geef leesrechten. De levering blijft in de inbox.`;
  return {...outcomeOf(name, id), status: 'geweigerd', reden};
}

function outcomeOf(
  bestandsnaam: string,
  levering_id: string,
): Pick<DeliveryOutcome, 'bestandsnaam' | 'levering_id' | 'bevindingen' | 'bestanden'> {
  return {bestandsnaam, levering_id, bevindingen: [], bestanden: []};
}

async function loadDelivery(
  loader: Loader,
  name: string,
  {bestanden: unpacked, sha256}: UnpackedDelivery,
): Promise<DeliveryOutcome> {
  const {warehouse, bevestig, now, gemeente, hashBudget: budget = null} = loader;
  const id = sha256.slice(0, 16);
  const format = await formatOf(name, {bestanden: unpacked});
  await warehouse.run(isSmall(unpacked) ? 'set threads = 1' : 'reset threads');
  const bestanden = await warehouse.transaction(async () => {
    const bevestigd = bevestig.includes(name) || bevestig.includes(id);
    const moment = await latestMoment(warehouse, now);
    const gate = new Gate(warehouse, {now: moment, bevestigd, budget});
    const task = {naam: name, levering_id: id, bestanden: unpacked, bevestigd};
    const context = {...loader, gate, now: moment};
    const {feiten, bestanden: loaded} = await format.load(context, task);
    if (gemeente !== null && feiten.gemeente_code !== gemeente) throw new AndereGemeente();
    refuseFuture(name, feiten.aangemaakt_op, moment);
    await gate.close({levering_id: id, ...feiten});
    await recordKAnonymity(warehouse, id);
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
    const delivery = {naam: name, levering_id: id, now};
    await measureDelivery(warehouse, {...delivery, soort: feiten.soort}, loaded, loader.profile);
    const quarantine = join(loader.data, 'quarantaine');
    await writeQuarantine(quarantine, delivery, unpacked, perFile(loaded));
    return loaded;
  });
  return {...outcomeOf(name, id), status: 'geladen', reden: '', bestanden};
}

/** Clocks differ, and a time without zone is off by hours. */
const AHEAD_MS = 24 * 3600 * 1000;

/** What is newer counts: a delivery that says it is of a later year would win from all that follow. */
function refuseFuture(name: string, aangemaakt_op: string, now: Date): void {
  if (Date.parse(aangemaakt_op) <= now.getTime() + AHEAD_MS) return;
  throw new LeveringGeweigerd(
    name,
    'aangemaakt_op ligt in de toekomst. Herstel de datum en lever opnieuw.',
  );
}

/** Below this a second thread costs more than it brings: a delivery is a hundred short statements. */
const SMALL_BYTES = 16 * 1024 ** 2;

function isSmall(files: readonly UnpackedFile[]): boolean {
  return files.reduce((sum, file) => sum + sizeOf(file), 0) < SMALL_BYTES;
}

async function refuse(
  loader: Loader,
  refusal: {name: string; id: string; reden: string; bevindingen: readonly GateFinding[]},
): Promise<DeliveryOutcome> {
  const {name, id, reden, bevindingen} = refusal;
  const {warehouse, now} = loader;
  const op = now.toISOString();
  await warehouse.transaction(async () => {
    await warehouse.run('delete from meta.weigering where levering_id = $id', {id});
    await warehouse.run(
      `insert into meta.weigering by name
       select $id as levering_id, $reden as reden, $op::timestamp as geweigerd_op`,
      {id, reden, op},
    );
    await recordGateFindings(warehouse, id, bevindingen);
    await enter(warehouse, {
      levering_id: id,
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
      geladen_op: op,
      gelezen: 0,
      geladen: 0,
      afgewezen: 0,
    });
  });
  const target = placeFor(loader.data, 'quarantaine', name, id);
  // The reason first: a delivery in quarantine without one would be lost to whoever looks for it.
  writeReason(target, {levering: name, levering_id: id, reden, op, aangeboden_op: null});
  moveOut(loader, name, target);
  return {...outcomeOf(name, id), status: 'geweigerd', reden, bevindingen};
}

/** A place outside the inbox; never that of another delivery of the same name. */
function placeFor(data: string, folder: string, name: string, id: string): string {
  const plain = join(data, folder, name);
  mkdirSync(join(data, folder), {recursive: true});
  return existsSync(plain) ? join(data, folder, `${id}-${name}`) : plain;
}

/** Moves a delivery out of the inbox. Its term begins now, whenever the supplier made it. */
function moveOut({data, now}: Loader, name: string, target: string): void {
  const source = join(data, 'inbox', name);
  rmSync(target, {recursive: true, force: true});
  try {
    utimesSync(source, now, now);
    renameSync(source, target);
  } catch {
    // Of another user, or on another disk: a copy is ours, and begins its term now.
    cpSync(source, target, {recursive: true});
    rmSync(source, {recursive: true});
  }
}
