import type {Command} from 'commander';
import {openDataDirectory} from './data-directory.ts';
import {runNight} from './night.ts';
import {ProgressDisplay} from './progress.ts';

/** Adds `publiceer`: a release now, whatever the rhythm says. */
export function publiceer(program: Command): void {
  program
    .command('publiceer')
    .description('publiceert nu, ook als het ritme nog wacht')
    .action(async () => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const display = new ProgressDisplay([45, 10, 45]);
      try {
        const outcome = await runNight({
          data,
          now: new Date(),
          bevestig: [],
          display,
          releaseNow: true,
        });
        display.stop();
        console.log(outcome.samenvatting);
      } finally {
        display.stop();
      }
    });
}
