import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {enter, isLoaded, latestMoment} from '../warehouse/ledger.ts';
import {GelijktijdigGewijzigd} from '../warehouse/errors.ts';
import type {Database} from '../warehouse/open.ts';
import {sizeOf, unpackDelivery, type UnpackedDelivery} from './delivery.ts';
import type {UnpackedFiles} from './unpacked-files.ts';
import {LeveringGeweigerd} from './errors.ts';
import {Findings, recordGateFindings} from './findings.ts';
import {formatOf} from './formats.ts';
import {IdentificerendeGegevens, type GateFinding} from './gate/finding.ts';
import {Gate} from './gate/gate.ts';
import {maskInboxNames, refuseNames} from './gate/inbox-names.ts';
import {recordKAnonymity} from './gate/k-anonymity.ts';
import {makePseudonymizer} from './gate/pseudonym.ts';
import type {Budget} from './gate/reverse-digest.ts';
import {known, outcomeOf, unreadable, type DeliveryOutcome} from './outcome.ts';
import {writeQuarantine} from './quarantine.ts';
import {writeReason} from './quarantine-item.ts';
import {fingerprint, isDelivery, isUnreadable} from './inbox.ts';
import {loadLanes, stepsOf, type LoadName} from './lanes.ts';
import {measureDelivery} from './measure.ts';
import {moveOut, placeFor} from './set-aside.ts';
import type {
  DeliveryFacts,
  DeliveryTask,
  LoadContext,
  SourceFormat,
  Thresholds,
} from './source-format.ts';
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
  /** Also answer what became of each file: a night has no use for it. */
  perFile?: boolean;
  onProgress: (progress: {done: number; total: number; what: string}) => void;
}

type Loader = LoadOptions &
  Omit<LoadContext, 'gate' | 'findings'> & {
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
  const again: string[] = [];
  const load: LoadName = async (what, gemeente, warehouse) => {
    options.onProgress({done: outcomes.size, total: names.length, what});
    const folder = join(temporary, gemeente ?? 'alleen');
    try {
      outcomes.set(what, await loadOne({...loader, warehouse, gemeente}, what, folder));
    } catch (error) {
      if (gemeente === null || !hasToGoAlone(error)) throw error;
      again.push(what);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  };
  const memory = await limitMemory(options.warehouse);
  for (const lanes of await stepsOf(inbox, names)) {
    await loadLanes(options.warehouse, lanes, load);
    for (const name of again.splice(0)) await load(name, null, options.warehouse);
  }
  rmSync(temporary, {recursive: true, force: true});
  await options.warehouse.run('reset threads');
  await options.warehouse.run(`set memory_limit = '${memory}'`);
  return names.flatMap((name) => outcomes.get(name) ?? []);
}

/**
 * Whether a delivery, rolled back, loads by itself: it is of another gemeente than it seemed, or it met
 * one that is, in the same rows.
 */
function hasToGoAlone(error: unknown): boolean {
  return error instanceof AndereGemeente || error instanceof GelijktijdigGewijzigd;
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
    refuseNames(name, delivery.bestanden, loader.now);
    const outcome = (await isLoaded(loader.warehouse, delivery.sha256))
      ? known(name, id)
      : await loadDelivery(loader, name, delivery);
    moveOut(path, placeFor(loader.data, 'verwerkt', name, id), loader.now);
    return outcome;
  } catch (error) {
    const fallback = id ?? fingerprint(path);
    if (isUnreadable(error, path)) return unreadable(name, fallback);
    if (!(error instanceof LeveringGeweigerd)) throw error;
    const bevindingen = error instanceof IdentificerendeGegevens ? error.bevindingen : [];
    return await refuse(loader, {name, id: fallback, reden: error.message, bevindingen});
  }
}

async function loadDelivery(
  loader: Loader,
  name: string,
  {bestanden: unpacked, sha256}: UnpackedDelivery,
): Promise<DeliveryOutcome> {
  const {warehouse, now, perFile: keeps = false} = loader;
  const id = sha256.slice(0, 16);
  const format = await formatOf(name, {bestanden: unpacked});
  await warehouse.run(isSmall(unpacked) ? 'set threads = 1' : 'reset threads');
  return warehouse.transaction(async () => {
    const delivery = {naam: name, levering_id: id, now};
    const {rijen, bestanden, afgewezen} = await Findings.record(
      warehouse,
      {id, keeps},
      async (findings) => {
        const task = {naam: name, levering_id: id, bestanden: unpacked};
        const feiten = await loadTask(loader, findings, format, task);
        await enter(warehouse, {
          levering_id: id,
          sha256,
          bestandsnaam: name,
          status: 'geladen',
          geladen_op: now.toISOString(),
          ...feiten,
          ...findings.rijen,
        });
        const measured = {levering_id: id, soort: feiten.soort};
        await measureDelivery(warehouse, measured, findings.tabellen, loader.profile);
        return findings;
      },
    );
    await writeQuarantine(join(loader.data, 'quarantaine'), delivery, unpacked, afgewezen);
    return {...outcomeOf(name, id), status: 'geladen', reden: '', rijen, bestanden};
  });
}

/** Takes the rows of a delivery through its format and the gate; answers what it says of itself. */
async function loadTask(
  loader: Loader,
  findings: Findings,
  format: SourceFormat,
  delivery: Omit<DeliveryTask, 'bevestigd'>,
): Promise<DeliveryFacts> {
  const {warehouse, bevestig, now, gemeente, hashBudget: budget = null} = loader;
  const {naam, levering_id} = delivery;
  const bevestigd = bevestig.includes(naam) || bevestig.includes(levering_id);
  const moment = await latestMoment(warehouse, now);
  const gate = new Gate(warehouse, {now: moment, bevestigd, budget});
  const context = {...loader, gate, findings, now: moment};
  const feiten = await format.load(context, {...delivery, bevestigd});
  if (gemeente !== null && feiten.gemeente_code !== gemeente) throw new AndereGemeente();
  refuseFuture(naam, feiten.aangemaakt_op, moment);
  await gate.close({levering_id, ...feiten});
  await recordKAnonymity(warehouse, levering_id);
  return feiten;
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

function isSmall(files: UnpackedFiles): boolean {
  let bytes = 0;
  return files.every((file) => (bytes += sizeOf(file)) < SMALL_BYTES);
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
  moveOut(join(loader.data, 'inbox', name), target, now);
  return {...outcomeOf(name, id), status: 'geweigerd', reden, bevindingen};
}
