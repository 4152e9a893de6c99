import type {Command} from 'commander';
import {openDataDirectory} from './data-directory.ts';
import {runNight, type NightOptions} from './night.ts';
import {ProgressDisplay} from './progress.ts';

/** How long loading, deriving and publishing take, relative to each other. */
const WEIGHTS = [45, 10, 45];

/** Adds `nacht`: one nightly run. Safe to repeat; a run that was killed is caught up. */
export function nacht(program: Command): void {
  program
    .command('nacht')
    .description('leest nieuwe leveringen, rekent alles door en publiceert als het tijd is')
    .option('--json', 'zegt het resultaat als JSON')
    .option('--bevestig <levering...>', 'laadt deze leveringen ook als ze sterk afwijken', [])
    .action(async ({json, bevestig}: {json?: true; bevestig: string[]}) => {
      await runAndTell(program, {bevestig}, json === true);
    });
}

/** Adds `publiceer`: a release now, whatever the rhythm says. */
export function publiceer(program: Command): void {
  program
    .command('publiceer')
    .description('publiceert nu, ook als het ritme nog wacht')
    .option('--json', 'zegt het resultaat als JSON')
    .action(async ({json}: {json?: true}) => {
      await runAndTell(program, {bevestig: [], releaseNow: true}, json === true);
    });
}

/** Exit code 1 when a delivery was refused or figures that were due could not be published. */
async function runAndTell(
  program: Command,
  how: Pick<NightOptions, 'bevestig' | 'releaseNow'>,
  json: boolean,
): Promise<void> {
  const data = openDataDirectory(program.opts<{data: string}>().data);
  const display = new ProgressDisplay(WEIGHTS);
  try {
    const outcome = await runNight({data, now: new Date(), display, ...how});
    display.stop();
    console.log(json ? JSON.stringify(outcome) : outcome.samenvatting);
    if (!outcome.gelukt) process.exitCode = 1;
  } finally {
    display.stop();
  }
}
