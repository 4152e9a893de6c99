import type {Command} from 'commander';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory} from './data-directory.ts';
import {GebruikOnjuist} from './errors.ts';

/** Adds `publicaties`: the list of publications, the current one marked. */
export function publicaties(program: Command): void {
  program
    .command('publicaties')
    .description('toont alle publicaties; de ster is de huidige')
    .option('--json', 'als JSON')
    .action(({json}: {json?: true}) => {
      const store = storeOf(program);
      const current = store.current()?.id;
      const list = store.list().map(({id}) => ({id, huidig: id === current}));
      if (json) console.log(JSON.stringify(list));
      else for (const {id, huidig} of list) console.log(`${huidig ? '*' : ' '} ${id}`);
      if (list.length === 0 && !json) console.log('Er is nog geen publicatie.');
    });
}

/** Adds `terug ID`: makes an older publication the current one. */
export function terug(program: Command): void {
  program
    .command('terug')
    .description('maakt een eerdere publicatie weer de huidige')
    .argument('<publicatie>', 'het nummer uit de lijst van publicaties')
    .action((id: string) => {
      const store = storeOf(program);
      if (!store.list().some((publication) => publication.id === id)) {
        throw new GebruikOnjuist(`Publicatie ${id} bestaat niet. Zie: wijkmonitor publicaties.`);
      }
      store.rollback(id);
      console.log(`Publicatie ${id} is nu de huidige.`);
    });
}

function storeOf(program: Command): Publications {
  const {data} = program.opts<{data: string}>();
  return new Publications(openDataDirectory(data).publicaties);
}
