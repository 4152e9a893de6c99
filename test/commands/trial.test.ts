import {createHash} from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {DataDirectory} from '../../commands/data-directory.ts';
import {NachtBezig} from '../../commands/errors.ts';
import {lockWarehouse} from '../../commands/night.ts';
import {deleteOldTrial} from '../../commands/retention.ts';
import {onCopy} from '../../commands/trial.ts';
import {dataWith, forgetRelease, quietNight} from '../support/small-night.ts';
import {smallWorld} from '../support/small-world.ts';

const NOW = new Date('2026-02-10T03:00:00Z');
let data: DataDirectory;

beforeAll(async () => {
  const world = await smallWorld(2);
  const [last = '', ...others] = world.names.toReversed();
  data = dataWith(world, others);
  await quietNight(data, '2026-01-10T03:00:00Z');
  await forgetRelease(data);
  copyFileSync(join(world.folder, last), join(data.inbox, last));
  rmSync(world.folder, {recursive: true});
});
afterAll(() => {
  rmSync(data.root, {recursive: true});
});

/** Every file of the data directory: content and moment. */
function snapshot(): Record<string, string> {
  const files = readdirSync(data.root, {recursive: true, withFileTypes: true});
  const paths = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => {
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path, `${hash} ${statSync(path).mtimeMs}`];
    }),
  );
}

describe('a trial', () => {
  it('is a whole night, of which nothing is left', async () => {
    const before = snapshot();
    const outcome = await onCopy(data, NOW, (copy) =>
      quietNight(copy, NOW.toISOString(), {releaseNow: true}),
    );
    expect(outcome).toMatchObject({gelukt: true, geladen: 1, geweigerd: 0});
    expect(outcome.publicatie).not.toBeNull();
    expect(snapshot()).toEqual(before);
  });

  it('leaves nothing when it breaks', async () => {
    const before = snapshot();
    const broken = onCopy(data, NOW, () => Promise.reject(new Error('stuk')));
    await expect(broken).rejects.toThrow('stuk');
    expect(snapshot()).toEqual(before);
  });

  it('that was killed is deleted by the first night after a day', async () => {
    const left = join(data.root, '.proef');
    mkdirSync(left);
    utimesSync(left, NOW, NOW);
    deleteOldTrial(data, NOW);
    expect(existsSync(left)).toBe(true);
    await quietNight(data, '2026-02-11T04:00:00Z');
    expect(existsSync(left)).toBe(false);
  });

  it('waits for no night that runs: it says so', async () => {
    const lock = lockWarehouse(data, NOW);
    try {
      await expect(onCopy(data, NOW, () => Promise.resolve())).rejects.toThrow(NachtBezig);
    } finally {
      lock.release();
    }
  });
});
