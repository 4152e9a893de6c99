// Runs one measured piece of work in a process of its own, so that its peak of memory is its own.
import {existsSync, readFileSync} from 'node:fs';
import {SaxesParser} from 'saxes';
import {openDataDirectory} from '../commands/data-directory.ts';
import {readKey} from '../commands/keys.ts';
import {NIGHT_MEMORY} from '../commands/night.ts';
import {unpackDelivery} from '../ingest/delivery.ts';
import {QUICK} from '../ingest/gate/reverse-digest.ts';
import {loadInbox} from '../ingest/load.ts';
import {addUp} from '../ingest/outcome.ts';
import {readWhole} from '../ingest/sources/whole-file.ts';
import {Database} from '../warehouse/open.ts';
import {applySchema} from '../warehouse/schema.ts';
import {timed} from './report.ts';

/** What a piece of work measured. */
export interface LargeOutcome {
  seconds: number;
  /** Seconds of processor, all threads together: comparable on a machine that does other work too. */
  cpu: number;
  peak_mb: number;
  rows: number;
}

type Work = Omit<LargeOutcome, 'peak_mb'>;

/** For the bare reader; loading sets its own, as in a night. */
const MEMORY_LIMIT = '1GB';

/** The whole inbox of a data directory, as a night loads it. */
async function load(folder: string): Promise<Work> {
  const data = openDataDirectory(folder);
  const warehouse = await Database.open(data.warehouse, {memory_limit: NIGHT_MEMORY});
  await applySchema(warehouse);
  const {outcome, ...spent} = await timed(() =>
    loadInbox({
      data: data.root,
      warehouse,
      pseudonymKey: readKey(data.sleutels, 'pseudoniem', true),
      now: new Date('2026-11-22T02:00:00Z'),
      thresholds: data.configuration.drempels,
      bevestig: [],
      // As from a source that is known: of a new one the hashes are tried for minutes, once.
      hashBudget: QUICK,
      onProgress: () => undefined,
    }),
  );
  warehouse.close();
  const refused = outcome.find(({status}) => status !== 'geladen');
  if (refused !== undefined) throw new Error(refused.reden);
  return {...spent, rows: addUp(outcome).geladen};
}

/** The same CSV into a table of text, by DuckDB alone. */
async function rawCsv(path: string, scratch: string): Promise<Work> {
  const database = await Database.open(scratch, {memory_limit: MEMORY_LIMIT});
  const {outcome: _, ...spent} = await timed(() =>
    database.run(
      `create table kaal as from read_csv('${path}', delim = ';', header = true, all_varchar = true)`,
    ),
  );
  const [row] = await database.rows('select count(*) as aantal from kaal');
  database.close();
  return {...spent, rows: Number(row?.['aantal'])};
}

/** The same messages through the bare XML parser, with namespaces and places, doing nothing. */
async function rawXml(path: string, scratch: string): Promise<Work> {
  const {bestanden} = await unpackDelivery(path, scratch);
  let rows = 0;
  const {outcome: _, ...spent} = await timed(() => {
    for (const file of bestanden) {
      const parser = new SaxesParser({xmlns: true, position: true});
      parser.on('opentag', () => {
        rows += 1;
      });
      parser.on('text', () => undefined);
      parser.write(readWhole(file).toString()).close();
    }
    return Promise.resolve();
  });
  return {...spent, rows};
}

/** Of this process alone: what the system tells of its maximum begins at that of who started it. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : null;
  return own == null ? process.resourceUsage().maxRSS : Number(own);
}

const [kind = '', path = '', scratch = ''] = process.argv.slice(2);
const work = {load, rawCsv, rawXml}[kind];
if (work === undefined) throw new RangeError(`no such work: ${kind}`);
const outcome = await work(path, scratch);
const measured: LargeOutcome = {...outcome, peak_mb: peakKilobytes() / 1024};
console.log(JSON.stringify(measured));
