import type {Database} from '../../../warehouse/open.ts';
import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {RejectedRow} from '../../outcome.ts';
import type {DeliveryFacts} from '../../source-format.ts';
import {stgColumn, type Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';
import {PSEUDONYMS} from './rules.ts';
import {rowRules, typedColumns} from './typing.ts';

/** Where a row comes from; stands in every row of stg. */
export interface Origin {
  levering_id: string;
  bestand: string;
  feiten: DeliveryFacts;
}

/** What became of the rows of one file: gelezen = geladen + afgewezen + dubbel + verouderd. */
export interface TableOutcome {
  gelezen: number;
  geladen: number;
  dubbel: number;
  verouderd: number;
  afgewezen: RejectedRow[];
}

/**
 * Judges the rows of `ruw`, hashes pseudonyms again and puts the good rows into stg, newest first:
 * an older row never replaces a newer one, whatever the order of arrival.
 */
export async function loadTable(
  database: Database,
  tabel: Tabel,
  raw: RawTable,
  origin: Origin,
  pseudonym: Pseudonymizer,
): Promise<TableOutcome> {
  await judge(database, tabel, raw, origin.feiten);
  await judgeKeys(database, tabel, raw.kolommen);
  const rejected = await database.rows(
    'select bronregel as regel, kolom, code, reden from beoordeeld order by bronregel',
  );
  await hashPseudonyms(database, raw, origin.feiten, pseudonym);
  await database.run(typeRows(tabel, raw, origin), {
    aangemaakt_op: origin.feiten.aangemaakt_op,
    bestand: origin.bestand,
  });
  const counts = await upsert(database, tabel, origin.feiten);
  const afgewezen = [
    ...raw.afgewezen,
    ...rejected.map(({regel, kolom, code, reden}) => ({
      regel: Number(regel),
      kolom: kolom === null ? null : String(kolom),
      code: String(code),
      reden: String(reden),
    })),
  ];
  const {nieuw, ouder} = counts;
  return {
    gelezen: raw.gelezen,
    geladen: nieuw - ouder,
    verouderd: ouder,
    dubbel: raw.gelezen - afgewezen.length - nieuw,
    afgewezen,
  };
}

async function judge(
  database: Database,
  tabel: Tabel,
  raw: RawTable,
  feiten: DeliveryFacts,
): Promise<void> {
  const rules = rowRules(tabel, raw.kolommen);
  const whens = rules.map(({breekt}, index) => `when ${breekt} then ${index}`).join('\n');
  await database.run(
    'create or replace temp table regel_code (nummer integer, kolom varchar, code varchar, reden varchar)',
  );
  const appender = await database.connection.createAppender('regel_code');
  rules.forEach(({kolom, code, reden}, index) => {
    appender.appendInteger(index);
    appender.appendVarchar(kolom);
    appender.appendVarchar(code);
    appender.appendVarchar(reden);
    appender.endRow();
  });
  appender.closeSync();
  const used = (name: string): boolean => whens.includes(`$${name}`);
  await database.run(
    `create or replace temp table beoordeeld as
     select ruw.bronregel, regel_code.kolom, regel_code.code, regel_code.reden
     from (select bronregel, case ${whens} end as nummer from ruw) as ruw
     join regel_code using (nummer)`,
    {
      ...(used('aangemaakt_op') ? {aangemaakt_op: feiten.aangemaakt_op} : {}),
      ...(used('gemeente_code') ? {gemeente_code: feiten.gemeente_code} : {}),
    },
  );
}

/** The same key twice in a file: identical rows are one row, different rows are all rejected. */
async function judgeKeys(database: Database, tabel: Tabel, kolommen: string[]): Promise<void> {
  const key = tabel.sleutel.map((naam) => `"${naam}"`).join(', ');
  const content = kolommen.map((naam) => `coalesce("${naam}", '')`).join(', ');
  await database.run(
    `create or replace temp table goed as
     select * from ruw where bronregel not in (select bronregel from beoordeeld)`,
  );
  await database.run(
    `create or replace temp table dubbel as
     with meervoudig as (select ${key} from goed group by ${key} having count(*) > 1)
     select bronregel, min(bronregel) over sleutel as eerste, count(distinct inhoud) over sleutel as soorten
     from (
       select bronregel, ${key}, concat_ws(chr(31), ${content}) as inhoud
       from goed semi join meervoudig using (${key})
     )
     window sleutel as (partition by ${key})`,
  );
  await database.run(
    `insert into beoordeeld select bronregel, $kolom, 'SLEUTEL_DUBBEL', $reden
     from dubbel where soorten > 1`,
    {kolom: tabel.sleutel.join(', '), reden: DOUBLE_KEY},
  );
  await database.run(
    `delete from goed
     where bronregel in (select bronregel from dubbel where soorten > 1 or bronregel > eerste)`,
  );
}

const DOUBLE_KEY =
  'dezelfde sleutel staat meer dan één keer in dit bestand, met andere gegevens. Houd één regel over.';

/** Makes the temporary table `sleutelbos`: per delivered pseudonym the one of the warehouse. */
async function hashPseudonyms(
  database: Database,
  {kolommen}: RawTable,
  {gemeente_code}: DeliveryFacts,
  pseudonym: Pseudonymizer,
): Promise<void> {
  for (const [kolom, soort] of Object.entries(PSEUDONYMS)) {
    if (!kolommen.includes(kolom)) continue;
    const values = await database.rows(
      `select distinct ${kolom} as waarde from goed where ${kolom} is not null and ${kolom} <> ''`,
    );
    await database.run(
      `create or replace temp table sleutelbos_${kolom} (oud varchar, nieuw varchar)`,
    );
    const appender = await database.connection.createAppender(`sleutelbos_${kolom}`);
    for (const {waarde} of values) {
      appender.appendVarchar(String(waarde));
      appender.appendVarchar(pseudonym(gemeente_code, soort, String(waarde)));
      appender.endRow();
    }
    appender.closeSync();
  }
}

/** Makes the temporary table `nieuw`: the good rows as stg has them. */
function typeRows(tabel: Tabel, {kolommen}: RawTable, origin: Origin): string {
  const hashed = Object.keys(PSEUDONYMS).filter((kolom) => kolommen.includes(kolom));
  const columns = typedColumns(tabel, kolommen).map(({kolom, sql}) =>
    hashed.includes(kolom) ? `sleutelbos_${kolom}.nieuw as ${kolom}` : `${sql} as ${kolom}`,
  );
  const joins = hashed.map(
    (kolom) => `left join sleutelbos_${kolom} on sleutelbos_${kolom}.oud = goed.${kolom}`,
  );
  const {feiten, levering_id} = origin;
  return `create or replace temp table nieuw as
    select
      '${feiten.gemeente_code}' as gemeente_code, '${feiten.bron}' as bron,
      '${levering_id}' as levering_id, $aangemaakt_op::timestamp as aangemaakt_op,
      $bestand as bestand, goed.bronregel::integer as bronregel,
      ${columns.join(',\n      ')}
    from goed ${joins.join(' ')}`;
}

async function upsert(
  database: Database,
  tabel: Tabel,
  {gemeente_code, bron}: DeliveryFacts,
): Promise<{nieuw: number; ouder: number}> {
  const key = tabel.velden
    .filter(({name}) => tabel.sleutel.includes(name) && name !== 'gemeente_code')
    .map((veld) => stgColumn(veld));
  const parameters = {gemeente_code, bron};
  await database.run(
    `create or replace temp table bestaand as
     select ${key.join(', ')}, aangemaakt_op, levering_id
     from stg.${tabel.naam} semi join nieuw using (${key.join(', ')})
     where gemeente_code = $gemeente_code and bron = $bron`,
    parameters,
  );
  const [counts] = await database.rows(
    `with ouder as (
       select count(*) as aantal from nieuw join bestaand using (${key.join(', ')})
       where (bestaand.aangemaakt_op, bestaand.levering_id) > (nieuw.aangemaakt_op, nieuw.levering_id)
     )
     select (select count(*) from nieuw) as nieuw, ouder.aantal as ouder from ouder`,
  );
  const nieuw = Number(counts?.['nieuw'] ?? 0);
  const ouder = Number(counts?.['ouder'] ?? 0);
  if (ouder > 0) {
    await database.run(
      `delete from nieuw using bestaand
       where ${key.map((naam) => `nieuw.${naam} = bestaand.${naam}`).join(' and ')}
         and (bestaand.aangemaakt_op, bestaand.levering_id) > (nieuw.aangemaakt_op, nieuw.levering_id)`,
    );
  }
  await database.run(
    `delete from stg.${tabel.naam} using nieuw
     where ${key.map((naam) => `${tabel.naam}.${naam} = nieuw.${naam}`).join(' and ')}
       and ${tabel.naam}.gemeente_code = $gemeente_code and ${tabel.naam}.bron = $bron`,
    parameters,
  );
  await database.run(`insert into stg.${tabel.naam} by name select * from nieuw`);
  return {nieuw, ouder};
}
