import type {Command} from 'commander';
import {attackControls, attackWorld, FULL} from '../queries/attack/campaign.ts';
import {merged} from '../queries/attack/merged.ts';
import type {AttackResult} from '../queries/attack/result.ts';
import {NachtMislukt} from './errors.ts';
import {parseCount} from './parse-count.ts';

/** Three seeds that never change, and as many fresh ones as are asked for. */
const FIXED_SEEDS = [1, 2, 3];

/** Adds `aanval`: the whole attack suite on generated gemeenten, with its negative controls. */
export function aanval(program: Command): void {
  program
    .command('aanval')
    .description('valt de bescherming aan op verzonnen gemeenten en toont wat het oplevert')
    .option('--nieuw <aantal>', 'hoeveel nieuwe gemeenten naast de drie vaste', '10')
    .option('--json', 'als JSON')
    .action(async ({nieuw, json}: {nieuw: string; json?: true}) => {
      const fresh = Array.from({length: parseCount('--nieuw', nieuw)}, () =>
        Math.floor(Math.random() * 2 ** 31),
      );
      const results: AttackResult[] = [];
      for (const seed of [...FIXED_SEEDS, ...fresh]) {
        console.error(`· gemeente ${String(seed)}`);
        const found = [...(await attackWorld(seed, FULL)), ...(await attackControls(seed, FULL))];
        for (const {id, geslaagd, gemeten} of found.filter((one) => !one.geslaagd)) {
          console.error(`  ${id} ${geslaagd ? '' : 'buiten de grens'}: ${JSON.stringify(gemeten)}`);
        }
        results.push(...found);
      }
      const table = merged(results);
      console.log(json ? JSON.stringify(table) : asTable(table));
      if (!table.every(({geslaagd}) => geslaagd)) {
        throw new NachtMislukt('De bescherming houdt niet: zie de regels met NEE.');
      }
    });
}

function asTable(results: readonly AttackResult[]): string {
  const rows = results.map(({id, poging, gemeten, grens, geslaagd}) => {
    const measured = Object.entries(gemeten)
      .map(([name, value]) => `${name.replaceAll('_', ' ')} ${String(value)}`)
      .join(', ');
    return `| ${id} | ${poging} | ${measured} | ${grens} | ${geslaagd ? 'ja' : 'NEE'} |`;
  });
  return ['| aanval | poging | gemeten | grens | gehaald |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}
