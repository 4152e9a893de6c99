import type {Database} from '../../../warehouse/open.ts';
import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {RejectedRow} from '../../outcome.ts';
import type {DeliveryFacts} from '../../source-format.ts';
import type {Judged} from './judge-rows.ts';
import {stgColumn, type Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';
import {PSEUDONYMS} from './rules.ts';
import {typedColumns} from './typing.ts';

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

/** A table on its way into stg. */
interface Load {
  tabel: Tabel;
  raw: RawTable;
  origin: Origin;
  pseudonym: Pseudonymizer;
}

/**
 * Hashes pseudonyms again and puts the rows that were judged good into stg, newest first: an older
 * row never replaces a newer one, whatever the order of arrival.
 */
export async function loadTable(
  database: Database,
  {tabel, raw, origin, pseudonym}: Load,
  {afgewezen, dubbel, overgeslagen}: Judged,
): Promise<TableOutcome> {
  const good = `select * from ${raw.rijen} as ruw${overgeslagen}`;
  await hashPseudonyms(database, good, raw, origin.feiten, pseudonym);
  const nieuw = typeRows(tabel, raw, origin, good);
  const verouderd = await upsert(database, tabel, origin, nieuw);
  const geladen = raw.gelezen - afgewezen.length - dubbel - verouderd;
  return {gelezen: raw.gelezen, geladen, verouderd, dubbel, afgewezen};
}

/** Makes a temporary table `sleutelbos_*`: per delivered pseudonym the one of the warehouse. */
async function hashPseudonyms(
  database: Database,
  good: string,
  {kolommen}: RawTable,
  {gemeente_code}: DeliveryFacts,
  pseudonym: Pseudonymizer,
): Promise<void> {
  for (const [kolom, soort] of Object.entries(PSEUDONYMS)) {
    if (!kolommen.includes(kolom)) continue;
    const values = await database.rows(
      `select distinct ${kolom} as waarde from (${good}) where ${kolom} is not null`,
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

/** SQL of the good rows as stg has them; its parameters are in `originOf`. */
function typeRows(tabel: Tabel, {kolommen}: RawTable, origin: Origin, good: string): string {
  const hashed = Object.keys(PSEUDONYMS).filter((kolom) => kolommen.includes(kolom));
  const columns = typedColumns(tabel, kolommen).map(({kolom, sql}) =>
    hashed.includes(kolom) ? `sleutelbos_${kolom}.nieuw as ${kolom}` : `${sql} as ${kolom}`,
  );
  const joins = hashed.map(
    (kolom) => `left join sleutelbos_${kolom} on sleutelbos_${kolom}.oud = goed.${kolom}`,
  );
  const {feiten, levering_id} = origin;
  return `select
      '${feiten.gemeente_code}' as gemeente_code, '${feiten.bron}' as bron,
      '${levering_id}' as levering_id, $aangemaakt_op::timestamp as aangemaakt_op,
      $bestand as bestand, goed.bronregel::integer as bronregel,
      ${columns.join(',\n      ')}
    from (${good}) as goed ${joins.join(' ')}`;
}

/** Puts the rows of `nieuw` into stg in place of older ones; answers how many were older themselves. */
async function upsert(
  database: Database,
  tabel: Tabel,
  {bestand, feiten, levering_id}: Origin,
  nieuw: string,
): Promise<number> {
  const {gemeente_code, bron, aangemaakt_op} = feiten;
  const origin = {aangemaakt_op, bestand};
  const stg = `stg.${tabel.naam}`;
  const own = 'gemeente_code = $gemeente_code and bron = $bron';
  const known = await database.rows(`select 1 as een from ${stg} where ${own} limit 1`, {
    gemeente_code,
    bron,
  });
  if (known.length === 0) {
    await database.run(`insert into ${stg} by name ${nieuw}`, origin);
    return 0;
  }
  const key = tabel.velden
    .filter(({name}) => tabel.sleutel.includes(name) && name !== 'gemeente_code')
    .map((veld) => stgColumn(veld));
  await database.run(
    `create or replace temp table bestaand as
     with nieuw as (${nieuw})
     select ${key.join(', ')},
       (aangemaakt_op, levering_id) > ($aangemaakt_op::timestamp, $levering_id) as is_nieuwer
     from ${stg} semi join nieuw using (${key.join(', ')})
     where ${own}`,
    {...origin, gemeente_code, bron, levering_id},
  );
  const [counts] = await database.rows(
    `select count_if(is_nieuwer) as nieuwer, count_if(not is_nieuwer) as ouder from bestaand`,
  );
  if (Number(counts?.['ouder']) > 0) {
    await database.run(
      `delete from ${stg} using bestaand
       where not bestaand.is_nieuwer
         and ${key.map((naam) => `${tabel.naam}.${naam} = bestaand.${naam}`).join(' and ')}
         and ${tabel.naam}.gemeente_code = $gemeente_code and ${tabel.naam}.bron = $bron`,
      {gemeente_code, bron},
    );
  }
  const nieuwer = Number(counts?.['nieuwer']);
  const kept = `anti join (from bestaand where is_nieuwer) using (${key.join(', ')})`;
  await database.run(
    `insert into ${stg} by name
     with nieuw as (${nieuw})
     select nieuw.* from nieuw ${nieuwer > 0 ? kept : ''}`,
    origin,
  );
  return nieuwer;
}
