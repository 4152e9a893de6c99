import type {Command} from 'commander';
import {listRestatements, type Herziening} from '../queries/restatements.ts';
import type {Publications} from '../warehouse/publications.ts';
import {GebruikOnjuist} from './errors.ts';
import {knownPublication, openPublications} from './publicaties.ts';

const MAX_LINES = 50;

/** Adds `publicatie vaststellen` and `publicatie verschil`. */
export function publicatie(program: Command): void {
  const command = program
    .command('publicatie')
    .description('stelt een publicatie vast, of vergelijkt er twee');
  command
    .command('vaststellen')
    .description('bewaart deze publicatie voor altijd, bijvoorbeeld voor een raadsstuk')
    .argument('<publicatie>', 'het nummer uit de lijst van publicaties')
    .option('--toelichting <tekst>', 'waarvoor, bijvoorbeeld de vergadering', '')
    .option('--json', 'als JSON')
    .action((id: string, {toelichting, json}: {toelichting: string; json?: true}) => {
      const store = openPublications(program);
      knownPublication(store, id);
      store.establish(id, {vastgesteld_op: new Date().toISOString(), toelichting});
      if (json) console.log(JSON.stringify({publicatie: id, vastgesteld: true}));
      else console.log(`Publicatie ${id} is vastgesteld. Hij wordt niet meer verwijderd.`);
    });
  command
    .command('verschil')
    .description('toont welke cijfers anders zijn dan in een eerdere publicatie')
    .argument('[nieuw]', 'zonder: de huidige')
    .argument('[oud]', 'zonder: de publicatie die daarvoor kwam')
    .option('--json', 'alle verschillen, als JSON')
    .action(async (nieuw: string | undefined, oud: string | undefined, {json}: {json?: true}) => {
      const pair = choosePair(openPublications(program), nieuw, oud);
      const changed = await listRestatements(pair.nieuw.path, pair.oud.path);
      const about = {nieuw: pair.nieuw.id, oud: pair.oud.id};
      if (json) console.log(JSON.stringify({...about, herzieningen: changed}));
      else console.log(tellChanges(about, changed));
    });
}

interface Pair {
  nieuw: {id: string; path: string};
  oud: {id: string; path: string};
}

function choosePair(store: Publications, nieuw?: string, oud?: string): Pair {
  const newer = nieuw ?? store.current()?.id;
  if (newer === undefined) throw new GebruikOnjuist('Er is nog geen publicatie.');
  const before = store
    .list()
    .map(({id}) => id)
    .filter((id) => id < newer)
    .at(-1);
  const older = oud ?? before;
  if (older === undefined) {
    throw new GebruikOnjuist(`Voor ${newer} kwam geen publicatie. Er is niets te vergelijken.`);
  }
  return {
    nieuw: {id: newer, path: knownPublication(store, newer)},
    oud: {id: older, path: knownPublication(store, older)},
  };
}

function tellChanges(
  {nieuw, oud}: {nieuw: string; oud: string},
  changed: readonly Herziening[],
): string {
  if (changed.length === 0) return `Tussen ${oud} en ${nieuw} is geen cijfer anders.`;
  const lines = changed.slice(0, MAX_LINES).map((one) => {
    const nodes = Object.entries(one.dimensies).map(([name, node]) => ` ${name}=${node}`);
    return `${one.indicator} ${one.gebied} ${one.periode}${nodes.join('')}: ${told(one.oud)} → ${told(one.nieuw)}`;
  });
  const more = changed.length - lines.length;
  return [
    `Tussen ${oud} en ${nieuw} zijn ${changed.length} cijfers anders.`,
    ...lines,
    ...(more > 0 ? [`En nog ${more}. Met --json ziet u ze alle.`] : []),
  ].join('\n');
}

/** A figure without value says why; one that is in the other publication only is not there. */
function told(figure: Herziening['oud']): string {
  if (figure === null) return 'niet aanwezig';
  return figure.waarde === null ? figure.status : String(figure.waarde);
}
