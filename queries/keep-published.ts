import type {Database} from '../warehouse/open.ts';
import type {Definition} from './catalogue.ts';
import type {IndicatorCube} from './cube/build.ts';
import {OTHER_COUNTS} from './cube/lattice.ts';
import type {HeldWijk} from './mutations.ts';
import {readParts} from './publication-file.ts';

/** What was published before, and which wijken may not be split anew. */
export interface KeepOptions {
  publication: Database;
  /** Path of the publication that is current now. */
  previous: string;
  cubes: readonly Omit<IndicatorCube, 'cells'>[];
  held: readonly HeldWijk[];
  parameters: Readonly<Record<string, number | string>>;
  definitions: readonly {indicator: string; sha256: string}[];
}

/** A period of an indicator that stays as it was published. */
export type KeptPeriods = ReadonlySet<string>;

/** Key of a period in `KeptPeriods`. */
export function periodKey(
  indicator: string,
  gemeente: string,
  {periodesoort, periode}: {periodesoort: string; periode: string},
): string {
  return `${indicator} ${gemeente} ${periodesoort} ${periode}`;
}

const PREVIOUS = 'vorige_cijfers';

/**
 * Figures of a period are provisional once and definitive once, then immutable: this puts back what
 * was published before, unless a provisional period has now become definitive. An indicator that is
 * defined or protected otherwise than before is another one, and starts anew.
 */
export async function keepPublished(options: KeepOptions): Promise<KeptPeriods> {
  const {publication, previous, cubes, parameters, definitions} = options;
  const kept = new Set<string>();
  await publication.run(`attach '${previous.replaceAll("'", "''")}' as ${PREVIOUS} (read_only)`);
  try {
    const before = await readParts(publication, PREVIOUS);
    const sameRules = JSON.stringify(before.manifest.parameters) === JSON.stringify(parameters);
    for (const {definition, ranges} of cubes) {
      const {id} = definition;
      const hash = (list: KeepOptions['definitions']): string | undefined =>
        list.find(({indicator}) => indicator === id)?.sha256;
      const sameDefinition = hash(before.manifest.definities) === hash(definitions);
      if (!sameRules || !sameDefinition || !(await sameColumns(publication, id))) continue;
      await publication.run(
        'create or replace temp table blijft (gemeente_code varchar, periodesoort varchar, periode varchar)',
      );
      const unsettled = await provisionalPeriods(publication, id);
      for (const {gemeente, tot} of before.bereiken.filter(
        ({indicator, variant}) => indicator === id && variant === undefined,
      )) {
        const range = ranges.find((one) => one.gemeente === gemeente && one.variant === undefined);
        if (range === undefined) continue;
        const was = lastDefinitive(tot, definition);
        const is = lastDefinitive(range.tot, definition);
        for (const period of before.perioden.filter((one) => one.gemeente === gemeente)) {
          if (period.tot > tot) continue;
          const key = periodKey(id, gemeente, period);
          const wasOpen = period.tot > was || unsettled.before.has(key);
          const isOpen = period.tot > is || unsettled.now.has(key);
          if (wasOpen && !isOpen) continue;
          kept.add(key);
          await publication.run('insert into blijft values ($gemeente, $soort, $periode)', {
            gemeente,
            soort: period.periodesoort,
            periode: period.periode,
          });
        }
      }
      await putBack(options, definition);
    }
  } finally {
    await publication.run(`detach ${PREVIOUS}`);
  }
  return kept;
}

async function sameColumns(publication: Database, id: string): Promise<boolean> {
  const [row] = await publication.rows(
    `select count(distinct kolommen) as soorten, count(*) as tabellen from (
       select database_name, string_agg(column_name, ' ' order by column_index) as kolommen
       from duckdb_columns() where table_name = $table group by database_name
     )`,
    {table: `cijfer_${id}`},
  );
  return row?.['soorten'] === 1 && row['tabellen'] === 2;
}

/** Periods with a figure marked provisional for another reason (inhabitants carried forward). */
async function provisionalPeriods(
  publication: Database,
  id: string,
): Promise<{before: Set<string>; now: Set<string>}> {
  const keysOf = async (table: string): Promise<Set<string>> => {
    const rows = await publication.rows(
      `select distinct gemeente_code, periodesoort, periode from ${table} where voorlopig`,
    );
    return new Set(
      rows.map((row) =>
        periodKey(id, String(row['gemeente_code']), {
          periodesoort: String(row['periodesoort']),
          periode: String(row['periode']),
        }),
      ),
    );
  };
  return {
    before: await keysOf(`${PREVIOUS}.cijfer_${id}`),
    now: await keysOf(`cijfer_${id}`),
  };
}

function lastDefinitive(tot: string, {voorlopigMaanden}: Definition): string {
  const [year = 0, month = 1] = tot.split('-').map(Number);
  return new Date(Date.UTC(year, month - voorlopigMaanden, 0)).toISOString().slice(0, 10);
}

async function putBack(
  {publication, held}: KeepOptions,
  {id, uitsplitsingen}: Definition,
): Promise<void> {
  const table = `cijfer_${id}`;
  await publication.run('create or replace temp table vast (gebied_code varchar)');
  for (const {gebied} of held) {
    await publication.run('insert into vast values ($gebied)', {gebied});
  }
  const plain = uitsplitsingen.filter((one) => !OTHER_COUNTS.has(one));
  const split = plain.length === 0 ? 'false' : plain.map((one) => `${one} <> 'alle'`).join(' or ');
  const stays = `((gemeente_code, periodesoort, periode) in (from blijft)
    or (niveau = 'wijk' and (${split}) and gebied_code in (from vast)))`;
  const order = ['gemeente_code', 'niveau', 'gebied_code', 'periodesoort', 'periode'];
  await publication.run(
    `create or replace table ${table} as
     select * from (
       select * from ${table} where not ${stays}
       union all by name
       select * from ${PREVIOUS}.${table} where ${stays}
     ) order by ${[...order, ...uitsplitsingen].join(', ')}`,
  );
}
