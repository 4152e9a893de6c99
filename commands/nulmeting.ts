import {join} from 'node:path';
import type {Command} from 'commander';
import {readBaselines} from '../queries/judgement/nulmeting.ts';
import {openDataDirectory} from './data-directory.ts';

/** Adds `nulmeting`: which baselines are frozen. A release freezes what is complete by itself. */
export function nulmeting(program: Command): void {
  program
    .command('nulmeting')
    .description('toont de vastgelegde nulmetingen en controleert of ze ongewijzigd zijn')
    .option('--json', 'als JSON')
    .action(({json}: {json?: true}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const baselines = readBaselines(join(data.beheer, 'nulmetingen.json'));
      if (json) console.log(JSON.stringify(baselines));
      else console.log(`${baselines.length} nulmetingen vastgelegd, geen enkele veranderd.`);
    });
}
