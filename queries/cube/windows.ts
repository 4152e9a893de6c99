import type {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';
import type {Definition} from '../catalogue.ts';

/** From which day to which day the registration behind an indicator runs, per gemeente. */
export interface DataRange {
  gemeente: string;
  van: string;
  tot: string;
}

/**
 * Makes the temporary tables of one indicator: `bijdrage` (its contributions with household and
 * record key), `lang` (the same per level of area), `venster` (the complete periods of every area,
 * and its 0-meting) and `venster_maand` (their months).
 */
export async function prepareWindows(
  database: Database,
  definition: Definition,
): Promise<DataRange[]> {
  const read = await tablesRead(database, definition.sql);
  const tables = [...read].map((name) => `'${name.split('.')[1] ?? ''}'`).join(', ');
  await database.run(
    `create or replace temp table bereik as
     select gemeente_code, max(data_van) as van, min(data_tot) as tot
     from kern.dataeinde where tabel in (${tables}) group by gemeente_code`,
  );
  const kinds = definition.periodesoorten.map((soort) => `'${soort}'`).join(', ');
  await database.run(
    `create or replace temp table venster as
     select boom.gemeente_code, boom.niveau, boom.gebied_code, periode.periodesoort,
       periode.periode, periode.van, periode.tot
     from ref.gebied_boom as boom
     join ref.periode as periode using (gemeente_code)
     join bereik using (gemeente_code)
     where periode.periodesoort in (${kinds})
       and periode.van >= bereik.van and periode.tot <= bereik.tot
     union all
     select nul.gemeente_code, nul.niveau, nul.gebied_code, 'nulmeting', 'nulmeting', nul.van, nul.tot
     from ref.nulmeting_venster as nul
     join bereik using (gemeente_code)
     where nul.van >= bereik.van and nul.tot <= bereik.tot`,
  );
  await database.run(
    `create or replace temp table venster_maand as
     select venster.gemeente_code, niveau, gebied_code, periodesoort, periode, maand.maand
     from venster join ref.maand on maand.van >= venster.van and maand.tot <= venster.tot`,
  );
  await database.run(
    `create or replace temp table bijdrage as
     select bijdrage.*, coalesce(client.huishouden_id, bijdrage.client_id) as huishouden, recordsleutel.ck
     from (${definition.sql}) as bijdrage
     left join kern.client as client on client.gemeente_code = bijdrage.gemeente_code
       and client.client_id = bijdrage.client_id
     left join recordsleutel on recordsleutel.client_id = bijdrage.client_id`,
  );
  await database.run(
    `create or replace temp table lang as
     select 'gemeente' as niveau, gemeente_code as gebied_code, * from bijdrage
     union all
     select 'team' as niveau, team_id as gebied_code, * from bijdrage where team_id is not null
     union all
     select 'wijk' as niveau, wijk_code as gebied_code, * from bijdrage where wijk_code is not null`,
  );
  const ranges = await database.rows(
    'select gemeente_code, van::varchar as van, tot::varchar as tot from bereik',
  );
  return ranges.map(({gemeente_code, van, tot}) => ({
    gemeente: String(gemeente_code),
    van: String(van),
    tot: String(tot),
  }));
}

/** SQL for a dimension of a row, where `date` is the day on which the age counts. */
export function dimensionSql(id: string, date: string): string {
  const age = `(year(${date}) - geboortejaar - 1)`;
  if (id === 'leeftijd') {
    return `case when ${age} < 18 then '0-17' when ${age} < 65 then '18-64' when ${age} >= 65 then '65+' end`;
  }
  if (id === 'leeftijdsgroep') {
    return `case when ${age} < 18 then '0-17' when ${age} < 27 then '18-26' when ${age} < 65 then '27-64'
      when ${age} < 80 then '65-79' when ${age} >= 80 then '80+' end`;
  }
  return id;
}
