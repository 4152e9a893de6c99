import {copyFileSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDataDirectory, type DataDirectory} from '../../commands/data-directory.ts';
import {runNight, type NightOptions} from '../../commands/night.ts';
import type {NightOutcome} from '../../commands/night-outcome.ts';
import {ProgressDisplay} from '../../commands/progress.ts';
import {Database} from '../../warehouse/open.ts';
import type {SmallWorld} from './small-world.ts';

/** A data directory of its own, with these deliveries of the world in its inbox. */
export function dataWith(world: SmallWorld, names: readonly string[]): DataDirectory {
  const data = openDataDirectory(mkdtempSync(join(tmpdir(), 'nacht-')));
  for (const name of names) copyFileSync(join(world.folder, name), join(data.inbox, name));
  return data;
}

/** A night in this process, quietly; keys are made. */
export function quietNight(
  data: DataDirectory,
  now: string,
  options: Partial<Pick<NightOptions, 'releaseNow' | 'bevestig' | 'attestLater'>> = {},
): Promise<NightOutcome> {
  return runNight({
    data,
    now: new Date(now),
    bevestig: [],
    display: new ProgressDisplay([1, 1, 1]),
    makeKeys: true,
    ...options,
  });
}

/** So few clients change in a small world that a release would wait: without a known last one it goes on. */
export async function forgetRelease({warehouse: path}: DataDirectory): Promise<void> {
  const warehouse = await Database.open(path);
  await warehouse.run('delete from meta.publicatie_stand');
  warehouse.close();
}
