import type {Command} from 'commander';
import {openDataDirectory} from './data-directory.ts';
import {runNight} from './night.ts';
import {ProgressDisplay} from './progress.ts';

/** Adds `nacht`: one nightly run. Safe to repeat; a run that was killed is caught up. */
export function nacht(program: Command): void {
  program
    .command('nacht')
    .description('leest nieuwe leveringen, rekent alles door en publiceert als het tijd is')
    .option('--json', 'zegt het resultaat als JSON')
    .option('--bevestig <levering...>', 'laadt deze leveringen ook als ze sterk afwijken', [])
    .action(async ({json, bevestig}: {json?: true; bevestig: string[]}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const display = new ProgressDisplay([45, 10, 45]);
      try {
        const outcome = await runNight({data, now: new Date(), bevestig, display});
        display.stop();
        console.log(json ? JSON.stringify(outcome) : outcome.samenvatting);
        if (outcome.geweigerd > 0) process.exitCode = 1;
      } finally {
        display.stop();
      }
    });
}
