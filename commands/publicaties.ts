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
      const store = openPublications(program);
      const current = store.current()?.id;
      const list = store.list().map(({id}) => ({
        id,
        huidig: id === current,
        vastgesteld: store.isEstablished(id),
      }));
      if (json) console.log(JSON.stringify(list));
      else for (const one of list) console.log(lineOf(one));
      if (list.length === 0 && !json) console.log('Er is nog geen publicatie.');
    });
}

function lineOf(one: {id: string; huidig: boolean; vastgesteld: boolean}): string {
  return `${one.huidig ? '*' : ' '} ${one.id}${one.vastgesteld ? '  vastgesteld' : ''}`;
}

/** Adds `terug ID`: makes an older publication the current one. */
export function terug(program: Command): void {
  program
    .command('terug')
    .description('maakt een eerdere publicatie weer de huidige')
    .argument('<publicatie>', 'het nummer uit de lijst van publicaties')
    .option('--json', 'als JSON')
    .option('--proef', 'zegt alleen wat er zou gebeuren')
    .action((id: string, {json, proef}: {json?: true; proef?: true}) => {
      const store = openPublications(program);
      const before = store.current()?.id ?? null;
      knownPublication(store, id);
      if (!proef) store.rollback(id);
      if (json)
        console.log(JSON.stringify({publicatie: id, vorige: before, proef: proef === true}));
      else if (proef) console.log(`Publicatie ${id} zou de huidige worden.`);
      else console.log(`Publicatie ${id} is nu de huidige.`);
    });
}

/** The publications of the data directory that the command line names. */
export function openPublications(program: Command): Publications {
  const {data} = program.opts<{data: string}>();
  return new Publications(openDataDirectory(data).publicaties);
}

/** The path of a publication. Throws `GebruikOnjuist` when it does not exist. */
export function knownPublication(store: Publications, id: string): string {
  const found = store.list().find((publication) => publication.id === id);
  if (found !== undefined) return found.path;
  throw new GebruikOnjuist(`Publicatie ${id} bestaat niet. Zie: wijkmonitor publicaties.`);
}
