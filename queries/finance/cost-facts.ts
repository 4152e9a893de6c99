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
    bijdragers: Number(row['bijdragers']),
    huishoudens: Number(row['huishoudens']),
    som: Number(row['som']),
    grootste: Number(row['grootste']),
    tweede: Number(row['tweede']),
    ck: String(row['ck']),
  }));
}

const SQL = `
  with cent_maand as (
    select prestatie.gemeente_code, klant.client_nr, verblijf.wijk_code, verblijf.team_id,
      prestatie.wet, prestatie.productcategorie,
      case
        when client.geboortejaar is null then 'onbekend'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 18 then '0-17'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 27 then '18-26'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 65 then '27-64'
        when year(prestatie.periode_begin) - client.geboortejaar - 1 < 80 then '65-79'
        else '80+'
      end as leeftijdsgroep,
      date_trunc('month', prestatie.periode_begin)::date as maand,
      sum(prestatie.bedrag_cent)::bigint as cent
    from kern.prestatie
    join kern.client using (gemeente_code, client_id)
    join klant using (gemeente_code, client_id)
    join kern.verblijf on verblijf.gemeente_code = prestatie.gemeente_code
      and verblijf.client_id = prestatie.client_id
      and prestatie.periode_begin between verblijf.geldig_van and verblijf.geldig_tot
    where prestatie.status <> 'afgekeurd'
    group by all
  ),
  cent_kwartaal as (
    select * exclude (maand, cent), date_trunc('quarter', maand)::date as eerste,
      sum(cent)::bigint as cent
    from cent_maand
    group by all
  ),
  geplaatst as (
    select gemeente_code, 'gemeente' as niveau, gemeente_code as code, * exclude (gemeente_code)
    from cent_kwartaal
    union all
    select gemeente_code, 'team' as niveau, team_id as code, * exclude (gemeente_code)
    from cent_kwartaal where team_id is not null
    union all
    select gemeente_code, 'wijk' as niveau, wijk_code as code, * exclude (gemeente_code)
    from cent_kwartaal where wijk_code is not null
  ),
  per_product as (
    select gemeente_code, niveau, code, client_nr, wet, productcategorie, leeftijdsgroep, eerste,
      sum(cent)::bigint as cent
    from geplaatst
    group by all
  ),
  gevraagd as (
    select gemeente_code, niveau, code, client_nr, cent, wet, 'alle' as productcategorie,
      'alle' as leeftijdsgroep, 'kwartaal' as periodesoort,
      year(eerste) || '-K' || quarter(eerste) as periode,
      (eerste + interval 3 month - interval 1 day)::date as tot
    from per_product
    union all
    select gemeente_code, niveau, code, client_nr, cent, wet, productcategorie, 'alle', 'jaar',
      year(eerste)::varchar, make_date(year(eerste), 12, 31)
    from per_product
    union all
    select gemeente_code, niveau, code, client_nr, cent, wet, 'alle', 'alle', 'jaar',
      year(eerste)::varchar, make_date(year(eerste), 12, 31)
    from per_product
    union all
    select gemeente_code, niveau, code, client_nr, cent, wet, 'alle', leeftijdsgroep, 'jaar',
      year(eerste)::varchar, make_date(year(eerste), 12, 31)
    from per_product where niveau = 'gemeente'
    union all
    select gemeente_code, 'gemeente', gemeente_code, client_nr, cent, wet, 'alle', 'alle', 'maand',
      strftime(maand, '%Y-%m'), last_day(maand)
    from cent_maand
  ),
  per_client as (
    select gemeente_code, niveau, code, client_nr, wet, productcategorie, leeftijdsgroep,
      periodesoort, periode, tot, sum(cent)::double as cent
    from (
      select * from gevraagd
      union all
      select * replace ('alle' as wet) from gevraagd where productcategorie = 'alle'
    )
    group by all
  )
  select per_client.gemeente_code, niveau, code, wet, productcategorie, leeftijdsgroep,
    periodesoort, periode, tot::varchar as tot, count(*) as clienten,
    count_if(cent <> 0) as bijdragers,
    count(distinct klant.huishouden_nr) as huishoudens, sum(cent) as som, max(cent) as grootste,
    coalesce(max(cent, 2)[2], 0) as tweede, bit_xor(klant.ck)::varchar as ck
  from per_client
  join klant using (client_nr)
  group by per_client.gemeente_code, niveau, code, wet, productcategorie, leeftijdsgroep,
    periodesoort, periode, tot
  order by all`;
