import {join} from 'node:path';
import type {Command} from 'commander';
import type {Nulmeting} from '../queries/contract/verdict.ts';
import {
  baselineKey,
  missingFrom,
  NulmetingVeranderd,
  readBaselines,
  signed,
  writeBaselines,
} from '../queries/judgement/nulmeting.ts';
import {openPublication} from '../queries/publication.ts';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist} from './errors.ts';

/** Which baselines are frozen, and which of the current publication still wait. */
interface BaselineState {
  file: string;
  vastgelegd: Nulmeting[];
  open: Nulmeting[];
  herzien: Nulmeting[];
}

/** What `vastleggen` is asked for. */
interface FreezeOptions {
  indicator?: string;
  gebied?: string;
  proef?: true;
  json?: true;
}

/** Adds `nulmeting`: shows and checks the baselines; `nulmeting vastleggen` freezes what waits. */
export function nulmeting(program: Command): void {
  const command = program
    .command('nulmeting')
    .description('toont de vastgelegde nulmetingen en controleert of ze ongewijzigd zijn')
    .option('--json', 'als JSON')
    .action(async ({json}: {json?: true}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const {vastgelegd, open, herzien} = await stateOf(data);
      if (json) console.log(JSON.stringify({vastgelegd, open}));
      else console.log(summary(vastgelegd, open, herzien));
    });
  command
    .command('vastleggen')
    .description('legt voorlopige nulmetingen van de nieuwste publicatie vast, voorgoed')
    .option('--indicator <id>', 'alleen van deze indicator')
    .option('--gebied <code>', 'alleen van dit gebied')
    .option('--proef', 'toont wat er zou gebeuren en verandert niets')
    .option('--json', 'als JSON')
    .action(async (_options: unknown, sub: Command) => {
      // the parent knows --json too and would keep it to itself
      const options = sub.optsWithGlobals<FreezeOptions & {data: string}>();
      const added = await freezeOpen(openDataDirectory(options.data), options, new Date());
      console.log(options.json ? JSON.stringify(added) : told(added, options.proef === true));
    });
}

/**
 * Freezes the open baselines of the current publication, with their hash, and returns them. With
 * `proef` nothing is written. Throws `GebruikOnjuist` without publication, or for an unknown choice.
 */
export async function freezeOpen(
  data: DataDirectory,
  {indicator, gebied, proef}: FreezeOptions,
  now: Date,
): Promise<Nulmeting[]> {
  const {file, vastgelegd, open} = await stateOf(data);
  const added = open
    .filter((one) => one.indicator === (indicator ?? one.indicator))
    .filter((one) => one.gebied === (gebied ?? one.gebied))
    .map((one) => signed({...one, vastgelegd_op: now.toISOString()}));
  if (added.length === 0 && (indicator !== undefined || gebied !== undefined)) {
    throw new GebruikOnjuist(
      'Voor deze keuze wacht geen nulmeting. Kijk met "wijkmonitor nulmeting --json" wat er wacht.',
    );
  }
  if (proef !== true && added.length > 0) writeBaselines(file, [...vastgelegd, ...added]);
  return added;
}

async function stateOf(data: DataDirectory): Promise<BaselineState> {
  const file = join(data.beheer, 'nulmetingen.json');
  const vastgelegd = readBaselines(file);
  const current = new Publications(data.publicaties).current();
  if (current === null) {
    throw new GebruikOnjuist('Er is nog geen publicatie. Draai eerst "wijkmonitor nacht".');
  }
  const publication = await openPublication(current.path);
  const published = [...publication.nulmetingen];
  publication.close();
  const [missing] = missingFrom(vastgelegd, published);
  if (missing !== undefined) {
    throw new NulmetingVeranderd(
      `${file}: de nulmeting van ${missing.indicator} voor ${missing.gebied} is anders dan in publicatie ${current.id}. Zet het bestand terug uit de back-up.`,
    );
  }
  const own = new Set(vastgelegd.map(baselineKey));
  return {
    file,
    vastgelegd,
    open: published.filter((one) => one.hash === '' && !own.has(baselineKey(one))),
    herzien: published.filter((one) => one.herzien !== null),
  };
}

function summary(
  frozen: readonly Nulmeting[],
  open: readonly Nulmeting[],
  revised: readonly Nulmeting[],
): string {
  return [
    `${frozen.length} nulmetingen vastgelegd, geen enkele veranderd.`,
    `${open.length} zijn nog voorlopig. Leg ze vast met "wijkmonitor nulmeting vastleggen".`,
    `${revised.length} zouden nu een andere waarde hebben. De vastgelegde waarde blijft gelden.`,
  ].join('\n');
}

function told(added: readonly Nulmeting[], isRehearsal: boolean): string {
  const what = `${added.length} nulmetingen ${isRehearsal ? 'zouden vastgelegd worden' : 'vastgelegd'}.`;
  return isRehearsal || added.length === 0
    ? what
    : `${what}\nZe staan als vastgelegd in de volgende publicatie.`;
}
