import {statSync} from 'node:fs';
import type {DataDirectory} from '../commands/data-directory.ts';
import {runNight} from '../commands/night.ts';
import {ProgressDisplay} from '../commands/progress.ts';
import {Publications} from '../warehouse/publications.ts';
import {timed, type Measurement} from './report.ts';

/** The night over a loaded warehouse: models, checks, cube, protection, publication. */
export async function measureRelease(data: DataDirectory): Promise<Measurement[]> {
  const {seconds} = await timed(() =>
    runNight({
      data,
      now: new Date('2026-11-22T02:00:00Z'),
      bevestig: [],
      display: new ProgressDisplay([1, 1, 1]),
      makeKeys: true,
    }),
  );
  const current = new Publications(data.publicaties).current();
  return [
    {what: 'night without new deliveries, with a release', value: seconds, unit: 's'},
    {
      what: 'size of the publication',
      value: statSync(current?.path ?? '').size / 1e6,
      unit: 'MB',
    },
    {what: 'peak memory so far', value: process.resourceUsage().maxRSS / 1024, unit: 'MB'},
  ];
}
