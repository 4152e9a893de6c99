import {Database, type Row} from '../warehouse/open.ts';
import type {Definition} from './catalogue.ts';
import type {Manifest} from './contract/publication.ts';
import {MATEN} from './publication-file.ts';

/** A figure that is not the same in two publications. A value of null has its reason in status. */
export interface Herziening {
  indicator: string;
  gemeente: string;
  niveau: string;
  gebied: string;
  periode: string;
  /** Node per dimension; empty for the total. */
  dimensies: Readonly<Record<string, string>>;
  /** `nieuw` and `vervallen` stand in one of the two only. */
  soort: 'gewijzigd' | 'nieuw' | 'vervallen';
  oud: {waarde: number | null; status: string} | null;
  nieuw: {waarde: number | null; status: string} | null;
}

const PLACE = ['gemeente_code', 'niveau', 'gebied_code', 'periodesoort', 'periode'] as const;

/**
 * Every figure that differs between two publication files, in the order of the newer one. Both are
 * protected and public, so their difference is too.
 */
export async function listRestatements(newer: string, older: string): Promise<Herziening[]> {
  const database = await Database.open(':memory:');
  try {
    for (const [name, path] of [
      ['nieuwe', newer],
      ['oude', older],
    ]) {
      await database.run(`attach '${(path ?? '').replaceAll("'", "''")}' as ${name} (read_only)`);
    }
    const tables = await database.rows(
      `select table_name as tabel from duckdb_tables()
       where database_name in ('nieuwe', 'oude') and starts_with(table_name, 'cijfer_')
       group by table_name having count(*) = 2 order by table_name`,
    );
    const lists = [];
    for (const {tabel} of tables) lists.push(await compareTable(database, String(tabel)));
    return lists.flat();
  } finally {
    database.close();
  }
}

/** Only dimensions that both publications have can be held against each other. */
async function compareTable(database: Database, tabel: string): Promise<Herziening[]> {
  const rows = await database.rows(
    `select column_name as naam from duckdb_columns()
     where table_name = $tabel and database_name in ('nieuwe', 'oude')
       and column_name not in (${MATEN.map((name) => `'${name}'`).join(', ')})
     group by column_name having count(*) = 2 order by min(column_index)`,
    {tabel},
  );
  const keys = rows.map(({naam}) => String(naam));
  const dimensies = keys.filter((key) => !PLACE.some((name) => name === key));
  const changed = await database.rows(
    `select ${keys.join(', ')}, nieuw.waarde as nieuw_waarde, nieuw.status as nieuw_status,
       oud.waarde as oud_waarde, oud.status as oud_status
     from nieuwe.${tabel} as nieuw full join oude.${tabel} as oud using (${keys.join(', ')})
     where nieuw.waarde is distinct from oud.waarde or nieuw.status is distinct from oud.status
     order by ${keys.join(', ')}`,
  );
  const indicator = tabel.replace(/^cijfer_/, '');
  return changed.map((row) => toHerziening(indicator, dimensies, row));
}

function toHerziening(indicator: string, dimensies: readonly string[], row: Row): Herziening {
  const side = (name: 'oud' | 'nieuw'): Herziening['oud'] => {
    const status = row[`${name}_status`] ?? null;
    const waarde = row[`${name}_waarde`] ?? null;
    if (status === null) return null;
    return {status: String(status), waarde: waarde === null ? null : Number(waarde)};
  };
  const [oud, nieuw] = [side('oud'), side('nieuw')];
  const nodes = dimensies
    .map((name) => [name, String(row[name])] as const)
    .filter(([, node]) => node !== 'alle');
  return {
    indicator,
    gemeente: String(row['gemeente_code']),
    niveau: String(row['niveau']),
    gebied: String(row['gebied_code']),
    periode: String(row['periode']),
    dimensies: Object.fromEntries(nodes),
    soort: oud === null ? 'nieuw' : nieuw === null ? 'vervallen' : 'gewijzigd',
    oud,
    nieuw,
  };
}

/** How many figures changed, came or went against the previous publication, per indicator. */
export async function countRestatements(
  publication: Database,
  previous: string | null,
  definitions: readonly Definition[],
): Promise<Manifest['herzieningen']> {
  if (previous === null) return [];
  await publication.run(`attach '${previous.replaceAll("'", "''")}' as vorige (read_only)`);
  const restated: Manifest['herzieningen'] = [];
  for (const {id, uitsplitsingen} of definitions) {
    const known = await publication.rows(
      `select 1 as een from duckdb_tables() where database_name = 'vorige' and table_name = $table`,
      {table: `cijfer_${id}`},
    );
    if (known.length === 0) continue;
    const keys = [
      'gemeente_code',
      'niveau',
      'gebied_code',
      'periodesoort',
      'periode',
      ...uitsplitsingen,
    ];
    const [row] = await publication.rows(
      `select count_if(nieuw.status is not null and oud.status is not null
           and (nieuw.waarde is distinct from oud.waarde or nieuw.status <> oud.status)) as gewijzigd,
         count_if(oud.status is null) as nieuw, count_if(nieuw.status is null) as vervallen
       from cijfer_${id} as nieuw
       full join vorige.cijfer_${id} as oud using (${keys.join(', ')})`,
    );
    restated.push({
      indicator: id,
      gewijzigd: Number(row?.['gewijzigd']),
      nieuw: Number(row?.['nieuw']),
      vervallen: Number(row?.['vervallen']),
    });
  }
  await publication.run('detach vorige');
  return restated;
}
