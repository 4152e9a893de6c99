import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pino} from 'pino';
import {loadInbox} from '../ingest/load.ts';
import {totals, type DeliveryOutcome} from '../ingest/outcome.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import {readBaselines, writeBaselines} from '../queries/judgement/nulmeting.ts';
import {
  heldWijken,
  mutationGate,
  readMutations,
  rememberState,
  type HeldWijk,
} from '../queries/mutations.ts';
import {release} from '../queries/release.ts';
import {buildModels, runChecks, type CheckOutcome} from '../warehouse/build.ts';
import {freshness} from '../warehouse/ledger.ts';
import {isTaken, takeLock} from '../warehouse/lock.ts';
import {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {applySchema} from '../warehouse/schema.ts';
import type {DataDirectory} from './data-directory.ts';
import {NachtBezig} from './errors.ts';
import {readKey} from './keys.ts';
import type {ProgressDisplay} from './progress.ts';
import {mayRelease} from './release-rhythm.ts';

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
}

/** What a night did, for people (`samenvatting`, Dutch) and for schedulers. */
export interface NightOutcome {
  geladen: number;
  geweigerd: number;
  bekend: number;
  rijen: number;
  afgewezen: number;
  publicatie: string | null;
  samenvatting: string;
}

const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');
const MEMORY_LIMIT = '4GB';
const RETENTION = {dagen: 35, maanden: 24, vastgesteld: []};

/**
 * One nightly run: load, derive, check, and release when the rhythm allows. Safe to repeat. A crash
 * at any moment leaves the last publication serving, and the next run succeeds.
 * Throws `NachtBezig` when another run holds the lock.
 */
export async function runNight(options: NightOptions): Promise<NightOutcome> {
  const {data, now} = options;
  const lock = takeLock(`${data.warehouse}.lock`, now);
  if (!isTaken(lock)) {
    throw new NachtBezig(
      `Er loopt al een nacht sinds ${lock.begonnen_op} (proces ${lock.pid} op ${lock.host}). Wacht tot die klaar is.`,
    );
  }
  const log = pino(pino.destination({dest: join(data.beheer, 'nacht.jsonl'), sync: true}));
  const warehouse = await Database.open(data.warehouse, {memory_limit: MEMORY_LIMIT});
  try {
    log.info({gebeurtenis: 'begin'});
    await applySchema(warehouse);
    const deliveries = await load(warehouse, options);
    for (const {bestandsnaam, status, reden} of deliveries) {
      log.info({gebeurtenis: 'levering', bestandsnaam, status, reden});
    }
    const report = options.display.next('Rekent alles door');
    await buildModels(warehouse, report);
    const checks = await runChecks(warehouse, now);
    const publicatie = await publish(warehouse, options);
    await writeStatus(warehouse, data, {now, checks, deliveries, publicatie});
    log.info({gebeurtenis: 'klaar', publicatie: publicatie.id});
    return outcomeOf(deliveries, publicatie);
  } finally {
    warehouse.close();
    lock.release();
  }
}

function load(warehouse: Database, options: NightOptions): Promise<DeliveryOutcome[]> {
  const {data, now, bevestig, display, makeKeys = false} = options;
  return loadInbox({
    data: data.root,
    warehouse,
    pseudonymKey: readKey(data.sleutels, 'pseudoniem', makeKeys),
    now,
    thresholds: data.configuration.drempels,
    bevestig,
    onProgress: display.next('Laadt de leveringen'),
  });
}

interface PublishOutcome {
  id: string | null;
  reden: string;
}

async function publish(warehouse: Database, options: NightOptions): Promise<PublishOutcome> {
  const {data, now, display, makeKeys = false, releaseNow = false, attestLater = false} = options;
  const publications = new Publications(data.publicaties);
  const decision = mayRelease(data.configuration.publicatie, lastRelease(publications), now);
  const onProgress = display.next('Beschermt en publiceert de cijfers');
  if (!decision.mag && !releaseNow) return {id: null, reden: decision.reden};
  const [filled] = await warehouse.rows('select count(*) as aantal from ref.gebied_boom');
  if (Number(filled?.['aantal']) === 0) {
    return {id: null, reden: 'Er zijn nog geen gebieden en cijfers geladen.'};
  }
  const isFirst = publications.current() === null;
  const changes = isFirst ? [] : await readMutations(warehouse);
  const reden = mutationGate(changes);
  if (reden !== null) return {id: null, reden};
  const baselineFile = join(data.beheer, 'nulmetingen.json');
  const {manifest, baselines} = await release({
    warehouse,
    catalogue: readCatalogue(INDICATORS),
    publications,
    salts: {
      label: readKey(data.sleutels, 'label-zout', makeKeys),
      record: readKey(data.sleutels, 'record-zout', makeKeys),
    },
    now,
    codeVersion: codeVersion(),
    frozen: readBaselines(baselineFile),
    held: isFirst ? [] : heldWijken(changes, await wijkenOf(warehouse)),
    attestLater,
    onProgress,
  });
  await rememberState(warehouse);
  writeBaselines(baselineFile, baselines);
  publications.clean(RETENTION);
  return {id: manifest.id, reden: ''};
}

async function wijkenOf(warehouse: Database): Promise<HeldWijk[]> {
  const rows = await warehouse.rows(
    "select gemeente_code, gebied_code from ref.gebied_boom where niveau = 'wijk'",
  );
  return rows.map(({gemeente_code, gebied_code}) => ({
    gemeente: String(gemeente_code),
    gebied: String(gebied_code),
  }));
}

function lastRelease(publications: Publications): Date | null {
  const last = publications.list().at(-1);
  return last === undefined ? null : new Date(`${last.id.slice(0, 10)}T00:00:00Z`);
}

function codeVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'onbekend';
}

async function writeStatus(
  warehouse: Database,
  data: DataDirectory,
  facts: {
    now: Date;
    checks: readonly CheckOutcome[];
    deliveries: readonly DeliveryOutcome[];
    publicatie: PublishOutcome;
  },
): Promise<void> {
  const sources = await freshness(warehouse);
  const refused = facts.deliveries.filter(({status}) => status === 'geweigerd').length;
  const status = {
    laatste_nacht: facts.now.toISOString(),
    gelukt: true,
    melding:
      refused === 0
        ? facts.publicatie.reden
        : `${refused} levering(en) geweigerd. Zie quarantaine.`,
    bronnen: sources.map(({gemeente_code, bron, periode_tot, aangemaakt_op}) => ({
      gemeente: gemeente_code,
      bron,
      periode_tot: String(periode_tot),
      aangemaakt_op: String(aangemaakt_op),
    })),
    bevindingen: facts.checks,
  };
  const file = join(data.publicaties, 'status.json');
  writeFileSync(`${file}.tmp`, JSON.stringify(status, null, 2));
  renameSync(`${file}.tmp`, file);
}

function outcomeOf(
  deliveries: readonly DeliveryOutcome[],
  {id, reden}: PublishOutcome,
): NightOutcome {
  const count = (status: string): number =>
    deliveries.filter((one) => one.status === status).length;
  const {gelezen, afgewezen} = totals(deliveries.flatMap(({bestanden}) => bestanden));
  const refusals = deliveries
    .filter(({status}) => status === 'geweigerd')
    .map(({bestandsnaam, reden: why}) => `Geweigerd: ${bestandsnaam}. ${why}`);
  const samenvatting = [
    `Geladen: ${count('geladen')} leveringen, ${gelezen} rijen, ${afgewezen} afgewezen.`,
    ...refusals,
    id === null ? `Niet gepubliceerd. ${reden}` : `Gepubliceerd: ${id}.`,
  ].join('\n');
  return {
    geladen: count('geladen'),
    geweigerd: count('geweigerd'),
    bekend: count('bekend'),
    rijen: gelezen,
    afgewezen,
    publicatie: id,
    samenvatting,
  };
}

/** Whether a warehouse was ever made in this data directory. */
export function hasWarehouse({warehouse}: DataDirectory): boolean {
  return existsSync(warehouse);
}
