import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {openDataDirectory} from '../../commands/data-directory.ts';
import {runNight} from '../../commands/night.ts';
import {ProgressDisplay} from '../../commands/progress.ts';
import {serveData} from '../../commands/serveer.ts';
import type {RunningServer} from '../../dashboard/server/main.ts';
import {makeDeliveries} from '../../fixtures/make.ts';
import {Chance} from '../../fixtures/random.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kill-'));
let server: RunningServer;
let first: string;

const data = () => openDataDirectory(folder);
const night = (now: string) =>
  runNight({
    data: data(),
    now: new Date(now),
    bevestig: [],
    display: new ProgressDisplay([1, 1, 1]),
    makeKeys: true,
    releaseNow: true,
  });

async function served(): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/publicatie`);
  expect(answer.status).toBe(200);
  const {id} = (await answer.json()) as {id: string};
  return id;
}

beforeAll(async () => {
  await makeDeliveries({folder: join(folder, 'inbox'), schaal: 0.05, gemeenten: ['GM0400']});
  const {publicatie, reden} = await night('2026-01-01T02:00:00Z');
  if (publicatie === null) throw new Error(reden);
  first = publicatie;
  server = await serveData(data(), {host: '127.0.0.1', poort: 0});
});
afterAll(() => server.close());

/** Starts a night as a process of its own and kills it after `ms`, without a chance to clean up. */
async function killedNight(ms: number): Promise<void> {
  const args = ['--import', 'tsx', 'cli.ts', '--data', folder, 'publiceer'];
  const child = spawn(process.execPath, args, {cwd: ROOT, stdio: 'ignore'});
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await sleep(ms);
  child.kill('SIGKILL');
  await gone;
}

describe('a night that is killed', () => {
  it('at ten random moments leaves the last publication serving, and the next night succeeds', async () => {
    await makeDeliveries({
      folder: join(folder, 'inbox'),
      schaal: 0.05,
      seed: 7,
      gemeenten: ['GM0453'],
    });
    const chance = new Chance(11);
    const good = new Set([first]);
    for (let round = 0; round < 10; round += 1) {
      await killedNight(chance.between(300, 6000));
      const current = await served();
      const figures = await fetch(
        `${server.url}/api/v1/cijfers?indicator=wachttijd&gemeente=GM0400&niveau=team&periodesoort=jaar`,
      );
      expect(figures.status).toBe(200);
      // Killed after the pointer was switched, the new publication is a good one.
      good.add(current);
    }
    const {publicatie} = await night('2026-03-01T02:00:00Z');
    expect(publicatie).not.toBeNull();
    await vi.waitFor(
      async () => {
        expect(await served()).toBe(publicatie);
      },
      {timeout: 20_000, interval: 200},
    );
    const open = data();
    expect(open.configuration.publicatie.ritme).toBe('maand');
  }, 300_000);

  it('is refused while another one runs, and says since when', async () => {
    const args = ['--import', 'tsx', 'cli.ts', '--data', folder, 'publiceer'];
    const running = spawn(process.execPath, args, {cwd: ROOT, stdio: 'ignore'});
    await vi.waitFor(
      () => {
        expect(existsSync(`${data().warehouse}.lock`)).toBe(true);
      },
      {timeout: 30_000, interval: 20},
    );
    // Held still while it has the lock: how fast the machine is does not matter.
    running.kill('SIGSTOP');
    await expect(night('2026-03-02T02:00:00Z')).rejects.toThrow(/Er loopt al een nacht sinds/);
    running.kill('SIGKILL');
  });
});
