import type {Database} from '../../warehouse/open.ts';
import {meanFactsOf} from '../cube/cell.ts';
import type {MeanFacts} from '../cube/protect.ts';
import {dimensionSql} from '../cube/windows.ts';

/** Exact costs of a group of clients of a gemeente: what `protect` needs. Never leaves the release. */
export interface CostFacts extends MeanFacts {
  gemeente: string;
  /** `alle` where laws, or ages, are taken together. */
  wet: string;
  leeftijdsgroep: string;
  periodesoort: 'maand' | 'jaar';
  periode: string;
  /** Last day of the period. */
  tot: string;
  huishoudens: number;
}

/**
 * Costs of each gemeente per law and month, and per age group and year, from the contributions of
 * `kosten_per_client`. Needs the temporary table `klant` of the cube.
 */
export async function costFacts(warehouse: Database, sql: string): Promise<CostFacts[]> {
  const rows = await warehouse.rows(factsSql(sql));
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    wet: String(row['wet']),
    leeftijdsgroep: String(row['leeftijdsgroep']),
    periodesoort: row['periodesoort'] === 'maand' ? 'maand' : 'jaar',
    periode: String(row['periode']),
    tot: String(row['tot']),
    huishoudens: Number(row['huishoudens']),
    ...meanFactsOf(row),
  }));
}

function factsSql(sql: string): string {
  return `
  with bijdrage as (${sql}),
  rij as (
    select bijdrage.gemeente_code, klant.client_nr, bijdrage.wet, bijdrage.datum,
      bijdrage.bedrag_cent,
      coalesce(${dimensionSql('leeftijdsgroep', 'datum')}, 'onbekend') as leeftijdsgroep
    from bijdrage
    join klant using (gemeente_code, client_id)
  ),
  per_maand as (
    select gemeente_code, client_nr, wet, 'alle' as leeftijdsgroep, 'maand' as periodesoort,
      strftime(datum, '%Y-%m') as periode, last_day(datum) as tot, bedrag_cent
    from rij
  ),
  gevraagd as (
    from per_maand
    union all
    select * replace ('alle' as wet) from per_maand
    union all
    select gemeente_code, client_nr, 'alle' as wet, leeftijdsgroep, 'jaar' as periodesoort,
      year(datum)::varchar as periode, make_date(year(datum), 12, 31) as tot, bedrag_cent
    from rij
  ),
  per_client as (
    select gemeente_code, client_nr, wet, leeftijdsgroep, periodesoort, periode, tot,
      sum(bedrag_cent)::double as cent
    from gevraagd
    group by all
  )
  select per_client.gemeente_code, wet, leeftijdsgroep, periodesoort, periode,
    tot::varchar as tot, count(*) as clienten, count_if(cent <> 0) as bijdragers,
    count(distinct klant.huishouden_nr) as huishoudens, sum(cent) as som, max(cent) as grootste,
    coalesce(max(cent, 2)[2], 0) as tweede, bit_xor(klant.ck)::varchar as ck
  from per_client
  join klant using (client_nr)
  group by per_client.gemeente_code, wet, leeftijdsgroep, periodesoort, periode, tot
  order by all`;
}
