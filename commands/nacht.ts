import type {Command} from 'commander';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {runNight, type NightOptions} from './night.ts';
import type {NightOutcome} from './night-outcome.ts';
import {ProgressDisplay} from './progress.ts';
import {onCopy} from './trial.ts';

/** How long loading, deriving and publishing take, relative to each other. */
const WEIGHTS = [45, 10, 45];

/** How the outcome is told, and whether it is one. */
interface Told {
  json?: boolean;
  proef?: boolean;
}

const PROEF = 'draait op een kopie: er verandert niets';
const NOTHING_CHANGED = 'Dit was een proef. Er is niets veranderd.';

/** Adds `nacht`: one nightly run. Safe to repeat; a run that was killed is caught up. */
export function nacht(program: Command): void {
  program
    .command('nacht')
    .description('leest nieuwe leveringen, rekent alles door en publiceert als het tijd is')
    .option('--json', 'zegt het resultaat als JSON')
    .option('--proef', PROEF)
    .option('--bevestig <levering...>', 'laadt deze leveringen ook als ze sterk afwijken', [])
    .action(async ({bevestig, ...told}: Told & {bevestig: string[]}) => {
      await runAndTell(program, {bevestig}, told);
    });
}

/** Adds `publiceer`: a release now, whatever the rhythm says. */
export function publiceer(program: Command): void {
  program
    .command('publiceer')
    .description('publiceert nu, ook als het ritme nog wacht')
    .option('--json', 'zegt het resultaat als JSON')
    .option('--proef', PROEF)
    .action(async (told: Told) => {
      await runAndTell(program, {bevestig: [], releaseNow: true}, told);
    });
}

/** Exit code 1 when a delivery was refused or figures that were due could not be published. */
async function runAndTell(
  program: Command,
  how: Pick<NightOptions, 'bevestig' | 'releaseNow'>,
  {json = false, proef = false}: Told,
): Promise<void> {
  const data = openDataDirectory(program.opts<{data: string}>().data);
  const display = new ProgressDisplay(WEIGHTS);
  const now = new Date();
  const night = (directory: DataDirectory): Promise<NightOutcome> =>
    runNight({data: directory, now, display, ...how});
  try {
    const outcome = proef ? await onCopy(data, now, night) : await night(data);
    display.stop();
    if (json) console.log(JSON.stringify({...outcome, proef}));
    else console.log(proef ? `${outcome.samenvatting}\n${NOTHING_CHANGED}` : outcome.samenvatting);
    if (!outcome.gelukt) process.exitCode = 1;
  } finally {
    display.stop();
  }
}
