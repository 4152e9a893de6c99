import type {Database} from '../../warehouse/open.ts';

/** How many clients of a delivery share all that makes them recognisable with so many others. */
export interface KAnonymity {
  /** Size of the group: "1", "2-4", "5-9" or "10+". */
  klasse: string;
  groepen: number;
  clienten: number;
}

/**
 * Counts, per size of group, the groups of clients of a delivery that share wijk, geboortejaar,
 * geslacht, wet, type of help and month of the start, and writes them to `meta.k_anonimiteit`. A
 * client alone in a group can be recognised by who knows these six things: the report says why the
 * warehouse may never be served. Inside the transaction of the load.
 */
export async function recordKAnonymity(database: Database, levering_id: string): Promise<void> {
  await database.run('delete from meta.k_anonimiteit where levering_id = $levering_id', {
    levering_id,
  });
  await database.run(
    `insert into meta.k_anonimiteit by name
     with start as (
       select gemeente_code, client_id, wet, vraagtype as soort, datum_aanmelding as datum
       from stg.aanmelding
       where levering_id = $levering_id and client_id is not null
       union all
       select gemeente_code, client_id, wet, productcategorie as soort, ingangsdatum as datum
       from stg.toewijzing
       where levering_id = $levering_id
     ),
     groep as (
       select count(distinct start.client_id) as omvang
       from start
       left join stg.client on client.gemeente_code = start.gemeente_code
         and client.client_id = start.client_id
       left join stg.client_gebied on client_gebied.gemeente_code = start.gemeente_code
         and client_gebied.client_id = start.client_id
         and start.datum between client_gebied.geldig_van
           and coalesce(client_gebied.geldig_tot, date '9999-12-31')
       group by start.gemeente_code, 'WK' || client_gebied.gebied_code[3:8], client.geboortejaar,
         client.geslacht, start.wet, start.soort, date_trunc('month', start.datum)
     ),
     geteld as (
       select omvang,
         case
           when omvang = 1 then '1'
           when omvang < 5 then '2-4'
           when omvang < 10 then '5-9'
           else '10+'
         end as klasse
       from groep
     )
     select $levering_id as levering_id, klasse, count(*)::integer as groepen,
       sum(omvang)::integer as clienten
     from geteld
     group by klasse`,
    {levering_id},
  );
}

/** The report of a delivery, smallest groups first; empty when it holds no start of help. */
export async function readKAnonymity(
  database: Database,
  levering_id: string,
): Promise<KAnonymity[]> {
  const rows = await database.rows(
    `select klasse, groepen, clienten from meta.k_anonimiteit
     where levering_id = $levering_id
     order by string_split(replace(klasse, '+', '-'), '-')[1]::integer`,
    {levering_id},
  );
  return rows.map(({klasse, groepen, clienten}) => ({
    klasse: String(klasse),
    groepen: Number(groepen),
    clienten: Number(clienten),
  }));
}
