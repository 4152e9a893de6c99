import {withAppenders} from '../../warehouse/appenders.ts';
import type {Database} from '../../warehouse/open.ts';
import {LeveringGeweigerd} from '../errors.ts';
import type {LoadedFile, RejectedRow} from '../outcome.ts';
import type {DeliveryTask, LoadContext, SourceFormat} from '../source-format.ts';
import type {TranslatedTable, Translation, Translator} from './translation.ts';
import {loadFile} from './uitwisselprofiel/load-file.ts';
import type {RawTable} from './uitwisselprofiel/read-csv.ts';
import {replaceOlder} from './uitwisselprofiel/replace.ts';

/**
 * A format that is translated into canonical rows. They go through the same gate, rules and
 * replacement as the uitwisselprofiel; findings name the columns as the supplier calls them.
 */
export function translated(naam: string, translator: Translator): SourceFormat {
  return {
    naam,
    recognises: translator.recognises,
    load: async (context, task) => {
      const translation = await translator.translate(task.bestanden, context.now);
      await loadTranslation(context, task, translation);
      return translation.feiten;
    },
  };
}

async function loadTranslation(
  context: LoadContext,
  task: DeliveryTask,
  {feiten, tabellen}: Translation,
): Promise<void> {
  const outcomes: LoadedFile[] = [];
  for (const table of tabellen) {
    const tabel = context.profile.tabellen.get(table.tabel);
    if (tabel === undefined) {
      throw new LeveringGeweigerd(table.bestand, 'deze tabel staat niet in het profiel.');
    }
    const raw = await fillRaw(context.warehouse, table);
    const {bestand, sha256} = table;
    const origin = {levering_id: task.levering_id, bestand, sha256, feiten};
    outcomes.push(await loadFile(context, tabel, raw, origin));
  }
  await replaceOlder(context, task, feiten, outcomes);
}

/** Sets the rows down in a temporary table, as if they were read from a CSV of the profile. */
async function fillRaw(
  database: Database,
  {kolommen, kolomnaam, rijen, waarschuwingen}: TranslatedTable,
): Promise<RawTable> {
  const columns = kolommen.map((kolom) => `"${kolom}" varchar`).join(', ');
  await database.run(`create or replace temp table ruw (${columns}, bronregel bigint)`);
  const afgewezen: RejectedRow[] = [];
  let gelezen = 0;
  await withAppenders(database, 'main', async (appenders) => {
    for await (const row of rijen) {
      gelezen += 1;
      if ('cellen' in row) {
        const cells = row.cellen.map((cell) => (cell === '' ? null : cell));
        await appenders.append('ruw', [...cells, row.regel]);
      } else afgewezen.push(row);
    }
  });
  return {
    rijen: 'ruw',
    kolommen: [...kolommen],
    kolomnaam,
    gelezen,
    afgewezen,
    waarschuwingen: [...waarschuwingen],
  };
}
