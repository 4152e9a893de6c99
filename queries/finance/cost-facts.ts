import type {Database} from '../../warehouse/open.ts';
import type {MeanFacts} from '../cube/protect.ts';

/** Exact costs of a group of clients in a period: what `protect` needs. Never leaves the release. */
export interface CostFacts extends MeanFacts {
  gemeente: string;
  niveau: 'gemeente' | 'team' | 'wijk';
  code: string;
  wet: string;
  /** `alle` where products, or ages, are taken together. */
  productcategorie: string;
  leeftijdsgroep: string;
  periodesoort: 'maand' | 'kwartaal' | 'jaar';
  periode: string;
  /** Last day of the period. */
  tot: string;
  huishoudens: number;
}

/**
 * Costs (claims that were not rejected) by area on the day of the help, law and period; per product in
 * years, per age group of the gemeente in years, per month of the gemeente. `wet` is `alle` for all
 * laws. Needs the temporary table `klant` of the cube.
 */
export async function costFacts(warehouse: Database): Promise<CostFacts[]> {
  const rows = await warehouse.rows(SQL);
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    niveau: row['niveau'] === 'wijk' ? 'wijk' : row['niveau'] === 'team' ? 'team' : 'gemeente',
    code: String(row['code']),
    wet: String(row['wet']),
    productcategorie: String(row['productcategorie']),
    leeftijdsgroep: String(row['leeftijdsgroep']),
    periodesoort:
      row['periodesoort'] === 'maand'
        ? 'maand'
        : row['periodesoort'] === 'jaar'
          ? 'jaar'
          : 'kwartaal',
    periode: String(row['periode']),
    tot: String(row['tot']),
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    som: Number(row['som']),
    grootste: Number(row['grootste']),
    tweede: Number(row['tweede']),
    ck: String(row['ck']),
  }));
}

const SQL = `
  with regel as (
    select prestatie.gemeente_code, prestatie.client_id, verblijf.wijk_code, verblijf.team_id,
      prestatie.wet, prestatie.productcategorie, prestatie.periode_begin as dag,
      case
        when client.geboortejaar is null then 'onbekend'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 18 then '0-17'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 27 then '18-26'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 65 then '27-64'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 80 then '65-79'
        else '80+'
      end as leeftijdsgroep,
      prestatie.bedrag_cent
    from kern.prestatie
    join kern.client using (gemeente_code, client_id)
    join kern.verblijf on verblijf.gemeente_code = prestatie.gemeente_code
      and verblijf.client_id = prestatie.client_id
      and prestatie.periode_begin between verblijf.geldig_van and verblijf.geldig_tot
    where prestatie.status <> 'afgekeurd'
  ),
  cent_maand as (
    select gemeente_code, client_id, wijk_code, team_id, wet, productcategorie, leeftijdsgroep,
      date_trunc('month', dag)::date as maand, sum(bedrag_cent)::bigint as cent
    from regel
    group by all
  ),
  geplaatst as (
    select gemeente_code, 'gemeente' as niveau, gemeente_code as code, * exclude (gemeente_code)
    from cent_maand
    union all
    select gemeente_code, 'team' as niveau, team_id as code, * exclude (gemeente_code)
    from cent_maand where team_id is not null
    union all
    select gemeente_code, 'wijk' as niveau, wijk_code as code, * exclude (gemeente_code)
    from cent_maand where wijk_code is not null
  ),
  gevraagd as (
    select gemeente_code, niveau, code, client_id, cent, wet, 'alle' as productcategorie,
      'alle' as leeftijdsgroep, 'kwartaal' as periodesoort,
      year(maand) || '-K' || quarter(maand) as periode,
      (date_trunc('quarter', maand) + interval 3 month - interval 1 day)::date as tot
    from geplaatst
    union all
    select gemeente_code, niveau, code, client_id, cent, wet, productcategorie, 'alle', 'jaar',
      year(maand)::varchar, make_date(year(maand), 12, 31)
    from geplaatst
    union all
    select gemeente_code, niveau, code, client_id, cent, wet, 'alle', 'alle', 'jaar',
      year(maand)::varchar, make_date(year(maand), 12, 31)
    from geplaatst
    union all
    select gemeente_code, niveau, code, client_id, cent, wet, 'alle', leeftijdsgroep, 'jaar',
      year(maand)::varchar, make_date(year(maand), 12, 31)
    from geplaatst where niveau = 'gemeente'
    union all
    select gemeente_code, niveau, code, client_id, cent, wet, 'alle', 'alle', 'maand',
      strftime(maand, '%Y-%m'), last_day(maand)
    from geplaatst where niveau = 'gemeente'
  ),
  per_client as (
    select gemeente_code, niveau, code, client_id, wet, productcategorie, leeftijdsgroep,
      periodesoort, periode, tot, sum(cent)::double as cent
    from (
      select * from gevraagd
      union all
      select * replace ('alle' as wet) from gevraagd where productcategorie = 'alle'
    )
    group by all
  )
  select gemeente_code, niveau, code, wet, productcategorie, leeftijdsgroep, periodesoort, periode,
    tot::varchar as tot, count(*) as clienten, count(distinct klant.huishouden_nr) as huishoudens,
    sum(cent) as som, max(cent) as grootste, coalesce(max(cent, 2)[2], 0) as tweede,
    bit_xor(klant.ck)::varchar as ck
  from per_client
  join klant using (gemeente_code, client_id)
  group by gemeente_code, niveau, code, wet, productcategorie, leeftijdsgroep, periodesoort, periode,
    tot
  order by all`;
