import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {openDataDirectory, type DataDirectory} from '../commands/data-directory.ts';
import {readKey} from '../commands/keys.ts';
import {unpackDelivery} from '../ingest/delivery.ts';
import {loadInbox} from '../ingest/load.ts';
import {addUp} from '../ingest/outcome.ts';
import {buildModels} from '../warehouse/build.ts';
import {Database} from '../warehouse/open.ts';
import {applySchema} from '../warehouse/schema.ts';
import {timed, type Measurement} from './report.ts';

/**
 * Loads the whole inbox, and reads the same CSV files with bare read_csv into tables, typed by
 * DuckDB itself: no checks, no pseudonyms, no lineage, no correction of earlier rows.
 */
export async function measureLoad(
  data: DataDirectory,
  files: readonly string[],
): Promise<Measurement[]> {
  const raw = await readRaw(data, files);
  const warehouse = await Database.open(data.warehouse);
  await applySchema(warehouse);
  const loaded = await timed(() =>
    loadInbox({
      data: data.root,
      warehouse,
      pseudonymKey: readKey(data.sleutels, 'pseudoniem', true),
      now: new Date('2026-11-22T02:00:00Z'),
      thresholds: data.configuration.drempels,
      bevestig: [],
      onProgress: () => undefined,
    }),
  );
  const models = await timed(() => buildModels(warehouse));
  warehouse.close();
  const {gelezen} = addUp(loaded.outcome);
  return [
    {what: 'deliveries', value: loaded.outcome.length, unit: ''},
    {what: 'rows and message elements', value: gelezen, unit: ''},
    {what: 'load, gate and checks', value: loaded.seconds, unit: 's'},
    {what: 'rows per second', value: gelezen / loaded.seconds, unit: '/s'},
    {what: 'raw read_csv of the same CSV files', value: raw, unit: 's'},
    {what: 'load against raw read_csv', value: loaded.seconds / raw, unit: '×'},
    {what: 'all models (ref and kern)', value: models.seconds, unit: 's'},
  ];
}

async function readRaw(data: DataDirectory, files: readonly string[]): Promise<number> {
  const scratch = openDataDirectory(join(data.root, 'kaal'));
  const database = await Database.open(join(scratch.root, 'kaal.duckdb'));
  let seconds = 0;
  for (const [index, file] of files.entries()) {
    const target = join(scratch.root, String(index));
    mkdirSync(target);
    const {bestanden} = await unpackDelivery(join(data.inbox, file), target);
    for (const {naam, pad} of bestanden.filter((one) => one.naam.endsWith('.csv'))) {
      const table = naam.replace('.csv', '');
      const read = `from read_csv('${pad}', delim = ';', header = true, all_varchar = true)`;
      const outcome = await timed(async () => {
        await database.run(`create table if not exists ${table} as ${read} limit 0`);
        await database.run(`insert into ${table} by name ${read}`);
      });
      seconds += outcome.seconds;
    }
  }
  database.close();
  return seconds;
}
