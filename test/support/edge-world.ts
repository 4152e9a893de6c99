import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {putAreas, putBareCounts, putStaff, putSurvey} from './edge-world/areas.ts';
import {putHelp} from './edge-world/care.ts';
import {putCase, putQuestion} from './edge-world/cases.ts';
import {EdgeLines, FIRST, SOURCES, type Ends, type Line} from './edge-world/lines.ts';
import {putClient} from './edge-world/people.ts';

const CLIENTS = 340;

/**
 * A registration made to trip whoever counts it, in a warehouse of its own with its models built:
 * most dates lie on the first or last day of a month or beside it, people move on such days and back,
 * have cases and provisions side by side, lose a wijk, have no year of birth, are asked about
 * anonymously; staff changes halfway a month; sources contradict each other, or were delivered less far
 * than another of the same table; parents never came.
 * The same seed gives the same world; `ends` tells until when a source was delivered, if other than
 * in `SOURCES`; a `twin` is a second gemeente in which the same keys mean other people.
 */
export async function edgeWorld(
  seed: number,
  {ends = {}, twin = false}: {ends?: Partial<Ends>; twin?: boolean} = {},
): Promise<Database> {
  const database = await Database.open(':memory:');
  await applySchema(database);
  const folder = mkdtempSync(join(tmpdir(), 'randwereld-'));
  const world = Object.entries(tables(seed));
  const delivered = world.map(([table]) => table);
  for (const [table, lines] of world) {
    const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
    const text = lines.map((line) => columns.map((name) => line[name] ?? '').join(';'));
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, [columns.join(';'), ...text].join('\n'));
    await database.run(
      `insert into stg.${table} by name
       select 'GM9999' as gemeente_code, 'L1' as levering_id,
         coalesce(gemaakt, '2022-01-04')::timestamp as aangemaakt_op, 'x.csv' as bestand,
         row_number() over () as bronregel, * exclude (gemaakt)
       from read_csv('${file}', delim = ';', header = true, all_varchar = true)`,
    );
  }
  rmSync(folder, {recursive: true});
  for (const [bron, tot] of Object.entries({...SOURCES, ...ends}))
    await database.run(
      `insert into meta.levering by name select 'L1' as levering_id, 'x' as sha256,
         unnest(['GM9999', 'GM9998']) as gemeente_code, '${bron}' as bron, 'volledig' as soort,
         'x' as bestandsnaam, 'geladen' as status, true as synthetisch,
         timestamp '2022-01-04' as aangemaakt_op, date '${FIRST}' as periode_van,
         date '${tot}' as periode_tot, timestamp '2022-01-04' as geladen_op, 1 as gelezen,
         1 as geladen, 0 as afgewezen`,
    );
  if (twin) for (const table of delivered) await putTwin(database, table);
  await buildModels(database);
  return database;
}

/**
 * Another gemeente has the same keys for two thirds of the rows: they are other people. Its areas and
 * teams have their own codes, since a figure is asked by those.
 */
async function putTwin(database: Database, table: string): Promise<void> {
  const columns = await database.rows(
    `select column_name as naam from duckdb_columns()
     where schema_name = 'stg' and table_name = '${table}'`,
  );
  const codes = columns
    .map(({naam}) => String(naam))
    .filter((naam) => ['gebied_code', 'ouder_code', 'team_id'].includes(naam))
    .map((naam) => `, replace(replace(${naam}, '9999', '9998'), 'T', 'U') as ${naam}`);
  await database.run(
    `insert into stg.${table}
     select * replace ('GM9998' as gemeente_code${codes.join('')})
     from stg.${table} where bronregel % 3 > 0`,
  );
}

/** The rows of every delivered table. */
function tables(seed: number): Record<string, Line[]> {
  const lines = new EdgeLines(seed);
  putAreas(lines);
  putStaff(lines);
  putSurvey(lines);
  putBareCounts(lines);
  for (let at = 0; at < CLIENTS; at += 1) putClient(lines, `client_${at}`);
  for (let at = 0; at < 60; at += 1) putQuestion(lines, null);
  // Of somebody who was never delivered, nothing counts.
  putQuestion(lines, 'nobody');
  putCase(lines, 'nobody', null);
  putHelp(lines, 'nobody');
  return lines.tables;
}
