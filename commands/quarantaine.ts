import type {Command} from 'commander';
import {findItem, listQuarantine, type QuarantineItem} from '../ingest/quarantine-item.ts';
import {discardReplay, offerReplay, prepareReplay} from '../ingest/replay.ts';
import {checkDeliveries} from './controleer.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';

const MAX_LINES = 40;

interface ReplayChoice {
  bestand?: string;
  proef?: true;
  json?: true;
}

/** Adds `quarantaine`: what was refused or set aside, to look at, correct and offer again. */
export function quarantaine(program: Command): void {
  const open = (): DataDirectory => openDataDirectory(program.opts<{data: string}>().data);
  const command = program
    .command('quarantaine')
    .description('toont wat is geweigerd of afgewezen, en biedt het opnieuw aan')
    // Else an option behind "toon" would be taken for one of the list.
    .enablePositionalOptions()
    .option('--alles', 'ook wat al opnieuw is aangeboden')
    .option('--json', 'als JSON')
    .action(({alles, json}: {alles?: true; json?: true}) => {
      const items = listQuarantine(open().quarantaine).filter(
        ({aangeboden_op}) => alles === true || aangeboden_op === null,
      );
      if (json) console.log(JSON.stringify(items));
      else console.log(items.map(lineOf).join('\n') || 'De quarantaine is leeg.');
    });
  command
    .command('toon')
    .description('toont waarom iets in quarantaine staat en wat u kunt doen')
    .argument('<id>', 'het nummer uit de lijst; de eerste tekens zijn genoeg')
    .option('--json', 'als JSON')
    .action((id: string, {json}: {json?: true}) => {
      const item = findItem(open().quarantaine, id);
      console.log(json ? JSON.stringify(item) : describeItem(item));
    });
  command
    .command('opnieuw')
    .description('biedt een levering of rijen opnieuw aan, voor de volgende nacht')
    .argument('<id>', 'het nummer uit de lijst; de eerste tekens zijn genoeg')
    .option('--bestand <pad>', 'het herstelde bestand, of een map met bestanden')
    .option('--proef', 'controleert alleen')
    .option('--json', 'als JSON')
    .action(async (id: string, choice: ReplayChoice) => {
      const outcome = await replay(open(), id, choice, new Date());
      console.log(choice.json ? JSON.stringify(outcome) : outcome.melding);
      if (!outcome.goed) process.exitCode = 1;
    });
}

/** What became of an item that was offered again. `naam` is its name in the inbox, or null. */
export interface ReplayOutcome {
  levering_id: string;
  goed: boolean;
  naam: string | null;
  melding: string;
}

/**
 * Checks what would be offered, and puts it into the inbox when it has become good. What is still
 * refused stays in quarantine; without a corrected file it is offered as it is, since a list of
 * codes, a threshold or the program may have changed. Throws `QuarantaineOnbekend`, `HerstelOngeldig`.
 */
export async function replay(
  data: DataDirectory,
  id: string,
  {bestand, proef}: Pick<ReplayChoice, 'bestand' | 'proef'>,
  now: Date,
): Promise<ReplayOutcome> {
  const item = findItem(data.quarantaine, id);
  const {levering_id} = item;
  const how = {inbox: data.inbox, hersteld: bestand ?? null, now};
  const prepared = prepareReplay(item, how);
  const problem = bestand === undefined && proef !== true ? null : await problemOf(prepared);
  if (problem !== null || proef === true) {
    discardReplay(item, data.inbox);
    const melding = problem ?? 'Dit is in orde. Zonder --proef wordt het aangeboden.';
    return {levering_id, goed: problem === null, naam: null, melding};
  }
  const naam = offerReplay(item, prepared, how);
  const melding = `${naam} staat in de inbox. De volgende nacht laadt het. Nu laden kan ook: wijkmonitor nacht.`;
  return {levering_id, goed: true, naam, melding};
}

/** What is still wrong with a delivery, or null. */
async function problemOf(path: string): Promise<string | null> {
  const [outcome] = await checkDeliveries([path]);
  if (outcome === undefined) return 'Er is niets om aan te bieden.';
  if (outcome.status === 'geweigerd') return `Nog niet goed. ${outcome.reden}`;
  const lines = outcome.bestanden.flatMap(({naam, afgewezen}) =>
    afgewezen.map(({regel, reden}) => `  ${naam}, regel ${regel}: ${reden}`),
  );
  if (lines.length === 0) return null;
  return ['Nog niet goed. Er is niets aangeboden.', ...shortened(lines)].join('\n');
}

function lineOf(item: QuarantineItem): string {
  return `${item.levering_id}  ${item.op.slice(0, 10)}  ${item.levering}: ${summaryOf(item)}`;
}

function summaryOf(item: QuarantineItem): string {
  const offered = item.aangeboden_op === null ? '' : ' (opnieuw aangeboden)';
  if (item.soort === 'levering') return `geweigerd${offered}`;
  const rows = item.bestanden.reduce((sum, {meldingen}) => sum + meldingen.length, 0);
  return `${rows} ${rows === 1 ? 'rij' : 'rijen'} afgewezen${offered}`;
}

function describeItem(item: QuarantineItem): string {
  const reasons =
    item.soort === 'levering'
      ? [`  ${item.reden}`]
      : item.bestanden.flatMap(({naam, meldingen}) =>
          meldingen.map(({regel, reden}) => `  ${naam}, regel ${regel}: ${reden}`),
        );
  const place =
    item.soort === 'levering'
      ? `De levering staat in ${item.pad}.`
      : `De rijen staan in ${item.pad}.\nHerstel ze daar of in een kopie. Regel en reden mogen blijven staan.`;
  return [
    lineOf(item),
    ...shortened(reasons),
    place,
    `Opnieuw aanbieden: wijkmonitor quarantaine opnieuw ${item.levering_id} --bestand <hersteld bestand>`,
  ].join('\n');
}

function shortened(lines: readonly string[]): string[] {
  const more = lines.length - MAX_LINES;
  return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`  en nog ${more} meldingen`] : [])];
}
