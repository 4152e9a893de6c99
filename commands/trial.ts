import {constants, cpSync, existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {lockWarehouse} from './night.ts';
import {TRIAL} from './retention.ts';

/** What a night reads and writes: all of it but the deliveries that were dealt with. */
const COPIED = [
  'inbox',
  'warehouse',
  'publicaties',
  'beheer',
  'sleutels',
  'wijkmonitor.yaml',
] as const;
/**
 * Does `work` on a copy of the data directory, so that nothing of the real one changes. The copy is
 * for its owner only, lies within that directory (it holds the same personal data), and is deleted:
 * one that a crash left by the next trial, or by the first night after a day.
 * Throws `NachtBezig` when a run has the warehouse.
 */
export async function onCopy<T>(
  data: DataDirectory,
  now: Date,
  work: (copy: DataDirectory) => Promise<T>,
): Promise<T> {
  const place = join(data.root, TRIAL);
  const lock = lockWarehouse(data, now);
  try {
    rmSync(place, {recursive: true, force: true});
    mkdirSync(place, {mode: 0o700});
    for (const name of COPIED) copy(join(data.root, name), join(place, name));
  } finally {
    lock.release();
  }
  try {
    return await work(openDataDirectory(place));
  } finally {
    rmSync(place, {recursive: true, force: true});
  }
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) return;
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    // Where the disk can, a copy takes no room.
    mode: constants.COPYFILE_FICLONE,
    filter: (path) => !path.endsWith('.lock'),
  });
}
