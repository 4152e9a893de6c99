import {execFileSync, spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openDataDirectory} from '../../commands/data-directory.ts';
import {Chance} from '../../fixtures/random.ts';
import {openPublication} from '../../queries/publication.ts';
import {Database} from '../../warehouse/open.ts';
import {Publications} from '../../warehouse/publications.ts';
import {dataWith, forgetRelease, quietNight} from '../support/small-night.ts';
import {smallWorld} from '../support/small-world.ts';
import {warehouseState} from '../support/warehouse-state.ts';

/** How many nights meet a fault: one of each kind in the suite; `test/README.md` has the long run. */
const RUNS = Number(process.env['WIJKMONITOR_STORINGEN'] ?? 6);
const SEED = Number(process.env['WIJKMONITOR_ZAAD'] ?? 2026);
const PROGRAM = join(import.meta.dirname, '../../bin/wijkmonitor.js');
const NEW_DELIVERIES = 4;
const LATER = '2027-03-01T03:00:00Z';

let place: string;
/** A data directory after a good night, with new deliveries in its inbox. */
let before: string;
let names: string[];
/** What the warehouse holds when nothing went wrong. */
let expected: Record<string, string>;
/** How long a night works on this machine once it has begun, to choose moments in it. */
let nightMs: number;
/** Per kind of fault: how far the night had come when it was struck. */
const reached = new Map<string, number>();
const canMount = mountsTmpfs();

beforeAll(async () => {
  const world = await smallWorld(2);
  // A second gemeente, so that the night is struck while deliveries load side by side. Without what
  // goes far back (to a clock far ahead those are dates of birth) and without its wijkteam (so few
  // pseudonyms of a new source are held against every BSN there can be).
  const other = await smallWorld(2, 2026, 'GM0453');
  const others = other.names.filter((name) => !/_wijkteam|2012-01_.*_backoffice/.test(name));
  place = mkdtempSync(join(tmpdir(), 'storing-'));
  const first = dataWith(world, world.names.slice(0, -NEW_DELIVERIES));
  await quietNight(first, '2026-01-10T03:00:00Z');
  await forgetRelease(first);
  for (const name of world.names.slice(-NEW_DELIVERIES)) {
    cpSync(join(world.folder, name), join(first.inbox, name));
  }
  for (const name of others) cpSync(join(other.folder, name), join(first.inbox, name));
  names = [...world.names, ...others];
  before = first.root;
  const good = copyOf(before, 'goed');
  expect(await startNight(good).gone).toBe(0);
  nightMs = Number(/"duur_ms":(\d+)}\s*$/.exec(logOf(good))?.[1]);
  expected = await stateOf(good);
}, 120_000);
afterAll(() => {
  if (RUNS > Object.keys(FAULTS).length) console.log(Object.fromEntries([...reached].sort()));
  for (const folder of [place, before]) rmSync(folder, {recursive: true, force: true});
});

function copyOf(source: string, name: string): string {
  const target = join(place, name);
  cpSync(source, target, {recursive: true, verbatimSymlinks: true});
  return target;
}

async function stateOf(root: string): Promise<Record<string, string>> {
  const warehouse = await Database.open(openDataDirectory(root).warehouse);
  const state = await warehouseState(warehouse);
  const [counts] = await warehouse.rows(
    `select count(*) as leveringen, sum(gelezen) as gelezen, sum(geladen) as geladen
     from meta.levering where status = 'geladen'`,
  );
  warehouse.close();
  return {...state, boeken: JSON.stringify(counts)};
}

/** A night in a process of its own, as a scheduler starts it. */
function startNight(root: string): {child: ChildProcess; gone: Promise<number | null>} {
  const child = spawn(process.execPath, [PROGRAM, '--data', root, 'publiceer'], {stdio: 'ignore'});
  return {child, gone: new Promise((resolve) => child.once('exit', resolve))};
}

const logOf = (root: string): string => readFileSync(join(root, 'beheer', 'nacht.jsonl'), 'utf8');

/** Until the night that was just started has begun its work (or is gone), and `ms` more. */
async function intoTheNight(root: string, ms: number, gone: Promise<unknown>): Promise<void> {
  const before = logOf(root).length;
  const done = gone.then(() => true);
  for (let isGone = false; logOf(root).length === before && !isGone;) {
    isGone = await Promise.race([done, sleep(10, false)]);
  }
  await sleep(ms);
}

/** Reads the current publication as the server does. Throws when a reader would meet an error. */
async function readCurrent(root: string): Promise<string> {
  const current = new Publications(join(root, 'publicaties')).current();
  if (current === null) throw new Error('no publication is current');
  const publication = await openPublication(current.path);
  try {
    const {cijfers} = await publication.cijfers({
      indicator: 'wachttijd',
      gemeente: 'GM0400',
      niveau: 'team',
      periodesoort: 'jaar',
      filters: {},
      uitsplitsen: [],
    });
    if (cijfers.length === 0) throw new Error('the current publication has no figures');
    return current.id;
  } finally {
    publication.close();
  }
}

/** Keeps reading until `gone`. */
async function readUntil<T>(root: string, gone: Promise<T>): Promise<T> {
  const done = gone.then((value) => ({value}));
  for (;;) {
    await readCurrent(root);
    const outcome = await Promise.race([done, sleep(150, null)]);
    if (outcome !== null) return outcome.value;
  }
}

interface Fault {
  wanneer: number;
  chance: Chance;
  root: string;
}

/** Every kind of fault; answers the data directory that has to recover. */
const FAULTS: Record<string, (fault: Fault) => Promise<string>> = {
  async kill({root, wanneer}) {
    const {child, gone} = startNight(root);
    const killed = intoTheNight(root, wanneer, gone).then(() => child.kill('SIGKILL'));
    await readUntil(root, gone);
    await killed;
    return root;
  },

  async 'full disk'({root, chance}) {
    if (!canMount) return root;
    const mount = join(place, `schijf-${chance.between(0, 1_000_000)}`);
    mkdirSync(mount);
    const used = Number(execFileSync('du', ['-sk', root], {encoding: 'utf8'}).split('\t')[0]);
    const size = (extra: number): string => `size=${used + extra}k`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size(chance.between(64, 9000)), 'tmpfs', mount]);
    try {
      cpSync(root, join(mount, 'data'), {recursive: true});
      const code = await readUntil(join(mount, 'data'), startNight(join(mount, 'data')).gone);
      expect([0, 1]).toContain(code);
      await readCurrent(join(mount, 'data'));
      rmSync(root, {recursive: true});
      cpSync(join(mount, 'data'), root, {recursive: true});
    } finally {
      execFileSync('umount', [mount]);
    }
    return root;
  },

  async 'unreadable file'({root}) {
    const link = join(root, 'inbox', '0-onleesbaar.zip');
    symlinkSync('/nergens/levering.zip', link);
    const code = await startNight(root).gone;
    expect(code).toBe(1);
    expect(readdirSync(join(root, 'inbox'))).toEqual(['0-onleesbaar.zip']);
    rmSync(link);
    return root;
  },

  async 'clock jump'({root, chance}) {
    const years = chance.between(1, 20) * (chance.between(0, 1) === 0 ? 1 : -1);
    await quietNight(openDataDirectory(root), `${2026 + years}-05-10T03:00:00Z`, {
      releaseNow: true,
    });
    return root;
  },

  async 'two nights at once'({root, chance}) {
    const first = startNight(root);
    await sleep(chance.between(0, 1500));
    const codes = await readUntil(root, Promise.all([first.gone, startNight(root).gone]));
    expect(codes.filter((code) => code === 0).length).toBeGreaterThan(0);
    for (const code of codes) expect([0, 3]).toContain(code);
    return root;
  },

  async 'power cut'({root, wanneer}) {
    const {child, gone} = startNight(root);
    await Promise.race([intoTheNight(root, wanneer, gone), gone]);
    child.kill('SIGSTOP');
    const copy = `${root}-na-stroom`;
    cpSync(root, copy, {recursive: true});
    child.kill('SIGKILL');
    await gone;
    return copy;
  },
};

function mountsTmpfs(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'tmpfs-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]).status === 0;
  if (mounted) execFileSync('umount', [probe]);
  rmSync(probe, {recursive: true});
  return mounted;
}

function note(kind: string, root: string): void {
  const left = readdirSync(join(root, 'inbox')).length;
  const published = new Publications(join(root, 'publicaties')).list().length > 1;
  const stage = published ? 'published' : `${NEW_DELIVERIES - left} of ${NEW_DELIVERIES} loaded`;
  reached.set(`${kind}: ${stage}`, (reached.get(`${kind}: ${stage}`) ?? 0) + 1);
}

/** The next night succeeds; nothing is lost, nothing is double, nobody could not read. */
async function expectRecovery(root: string): Promise<void> {
  await readCurrent(root);
  const data = openDataDirectory(root);
  const outcome = await quietNight(data, LATER, {releaseNow: true});
  expect(outcome).toMatchObject({gelukt: true, geweigerd: 0});
  expect(await readCurrent(root)).toBe(outcome.publicatie);
  expect(await stateOf(root)).toEqual(expected);
  expect(readdirSync(data.inbox)).toEqual([]);
  expect(readdirSync(data.verwerkt).sort()).toEqual([...names].sort());
  expect(readdirSync(data.quarantaine)).toEqual([]);
  expect(readdirSync(join(root, 'warehouse')).sort()).toEqual(['wijkmonitor.duckdb']);
  const leftovers = readdirSync(data.publicaties).filter((name) => /^\.|\.tmp$|^wordt/.test(name));
  expect(leftovers).toEqual([]);
}

const kinds = Object.keys(FAULTS);
const runs = Array.from({length: RUNS}, (_, nummer) => ({
  nummer,
  kind: kinds[nummer % kinds.length]!,
}));

describe('the night after a fault', () => {
  it.each(runs)(
    '$nummer: $kind',
    async ({nummer, kind}) => {
      const chance = new Chance(SEED + nummer);
      const root = copyOf(before, `run-${nummer}`);
      const recovering = await FAULTS[kind]!({
        root,
        chance,
        wanneer: chance.between(0, Math.ceil(nightMs)),
      });
      note(kind, recovering);
      await expectRecovery(recovering);
      for (const folder of new Set([root, recovering])) rmSync(folder, {recursive: true});
    },
    300_000,
  );
});
