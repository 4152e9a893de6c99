import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDataDirectory} from '../commands/data-directory.ts';
import {readKey} from '../commands/keys.ts';
import {makeDeliveries} from '../fixtures/make.ts';
import {loadInbox} from '../ingest/load.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import type {Terugtoets} from '../queries/contract/finance.ts';
import {backtest} from '../queries/finance/backtest.ts';
import {lastMonths, readSeries} from '../queries/finance/read-series.ts';
import {originsOf, replay} from '../queries/finance/replay.ts';
import {buildModels} from '../warehouse/build.ts';
import {Database} from '../warehouse/open.ts';
import {applySchema} from '../warehouse/schema.ts';
import {line, MONTHS, percent} from './finance.ts';

/** Heading of the part of docs/benchmarks.md. */
export const WORLDS = '\n## Finance in other worlds:';

/**
 * The backtest in fictional registrations of other seeds, on which nothing of the forecast was chosen,
 * as a part of docs/benchmarks.md. Takes two minutes a seed.
 */
export async function measureFinanceWorlds(seeds: readonly number[]): Promise<string> {
  const gemeenten: Terugtoets[][] = [];
  for (const seed of seeds) gemeenten.push(...(await backtestsOf(seed)));
  return `${WORLDS} forecasts on which nothing was chosen

\`npm run bench -- financien-werelden ${seeds.join(' ')}\` makes both gemeenten anew with these seeds and
judges the same forecast and the same bands in them: ${gemeenten.length} registrations. Bands out of
sample, as above. "Lowest" and "highest" are of one registration (27 forecasts); "beats both" counts
the registrations in which the model has a lower MAPE than either rival.

${tableOf(gemeenten)}
`;
}

async function backtestsOf(seed: number): Promise<Terugtoets[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const data = openDataDirectory(folder);
    await makeDeliveries({folder: data.inbox, seed});
    const warehouse = await Database.open(data.warehouse);
    await applySchema(warehouse);
    await loadInbox({
      data: data.root,
      warehouse,
      pseudonymKey: readKey(data.sleutels, 'pseudoniem', true),
      now: new Date('2026-11-22T02:00:00Z'),
      thresholds: data.configuration.drempels,
      bevestig: [],
      onProgress: () => undefined,
    });
    await buildModels(warehouse);
    const {sql} = readCatalogue(INDICATORS).get('prognose_jaareinde');
    const last = await lastMonths(warehouse);
    const all = await readSeries(warehouse, sql);
    warehouse.close();
    return [...all].map(([gemeente, series]) => {
      const replays = series.flatMap((one) => replay(one, last.get(gemeente) ?? 0));
      const first = Math.min(...series.map(({vanaf}) => Math.floor(vanaf / 12)));
      return backtest(originsOf(replays, first));
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');

function tableOf(gemeenten: readonly Terugtoets[][]): string {
  const rows = Object.entries(MONTHS).map(([month, name]) => {
    const of = (methode: Terugtoets['methode']): Terugtoets[] =>
      gemeenten.flatMap((rows) =>
        rows.filter((row) => row.methode === methode && String(row.peilmaand) === month),
      );
    const models = of('model');
    const count = models.reduce((sum, {aantal}) => sum + aantal, 0);
    const pooled = (value: (row: Terugtoets) => number | null): string =>
      percent(models.reduce((sum, row) => sum + (value(row) ?? 0) * row.aantal, 0) / count);
    const shares = models.map(({dekking80_fouten}) => dekking80_fouten ?? 0);
    const beats = models.filter(({gekozen}) => gekozen).length;
    return line([
      name,
      String(count),
      pooled(({mape}) => mape),
      `${beats} of ${models.length}`,
      pooled((row) => row.dekking80_fouten),
      percent(Math.min(...shares)),
      percent(Math.max(...shares)),
      pooled((row) => row.dekking95_fouten),
      pooled(({dekking80}) => dekking80),
    ]);
  });
  return [
    line([
      'as of',
      'n',
      'MAPE',
      'beats both',
      '80% (aim 70–90%)',
      'lowest',
      'highest',
      '95%',
      'provisional 80%',
    ]),
    line(Array.from({length: 9}, () => '---')),
    ...rows,
  ].join('\n');
}
