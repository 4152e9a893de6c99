import type {Database} from '../../warehouse/open.ts';
import {onderdeelOf} from '../finance/begroting.ts';
import type {Gebiedskosten} from '../contract/finance.ts';

/** What a group of clients really cost: the truth by which the attacks on money are scored. */
export interface CostGroup {
  gemeente: string;
  niveau: string;
  code: string;
  /** `alle` where they are taken together. */
  wet: string;
  productcategorie: string;
  periode: string;
  clienten: number;
  /** Cents, like `grootste`: that of the largest client. */
  som: number;
  grootste: number;
}

/** Where an amount of an area stands among those that are published. */
export function costsKey(row: Pick<Gebiedskosten, CostsPlace>): string {
  const {niveau, gebied, onderdeel, productcategorie, periode} = row;
  return ['gebied', niveau, gebied, onderdeel, productcategorie, periode].join(' ');
}

type CostsPlace = 'niveau' | 'gebied' | 'onderdeel' | 'productcategorie' | 'periode';

/** The same place of a group. */
export function groupKey({
  niveau,
  code,
  wet,
  productcategorie,
  periode,
}: Omit<CostGroup, 'gemeente' | 'clienten' | 'som' | 'grootste'>): string {
  const product = productcategorie === 'alle' ? null : productcategorie;
  const onderdeel = wet === 'alle' ? 'alle' : onderdeelOf(wet);
  return costsKey({
    niveau: niveauOf(niveau),
    gebied: code,
    onderdeel,
    productcategorie: product,
    periode,
  });
}

function niveauOf(niveau: string): Gebiedskosten['niveau'] {
  return niveau === 'wijk' ? 'wijk' : niveau === 'team' ? 'team' : 'gemeente';
}

/** Groups per area, law and product, of each quarter and year; `sql` is that of `kosten_per_client`. */
export async function costGroups(warehouse: Database, sql: string): Promise<CostGroup[]> {
  const rows = await warehouse.rows(`
    with bijdrage as (${sql}),
    geplaatst as (
      select gemeente_code, 'gemeente' as niveau, gemeente_code as code, bijdrage.* exclude (gemeente_code)
      from bijdrage
      union all
      select gemeente_code, 'team', team_id, bijdrage.* exclude (gemeente_code)
      from bijdrage where team_id is not null
      union all
      select gemeente_code, 'wijk', wijk_code, bijdrage.* exclude (gemeente_code)
      from bijdrage where wijk_code is not null
    ),
    gevraagd as (
      select gemeente_code, niveau, code, client_id, bedrag_cent, periode, unnest([
        {'wet': 'alle', 'product': 'alle'}, {'wet': wet, 'product': 'alle'},
        {'wet': wet, 'product': substr(productcategorie, length(wet) + 2)}
      ]) as deel
      from (
        select *, unnest([
          year(datum)::varchar, year(datum) || '-K' || quarter(datum)
        ]) as periode
        from geplaatst
      )
    ),
    per_client as (
      select gemeente_code, niveau, code, deel.wet as wet, deel.product as product, periode,
        client_id, sum(bedrag_cent)::double as cent
      from gevraagd
      group by all
    )
    select gemeente_code, niveau, code, wet, product, periode, count(*) as clienten,
      sum(cent) as som, max(cent) as grootste
    from per_client
    group by all
    order by all`);
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    niveau: String(row['niveau']),
    code: String(row['code']),
    wet: String(row['wet']),
    productcategorie: String(row['product']),
    periode: String(row['periode']),
    clienten: Number(row['clienten']),
    som: Number(row['som']),
    grootste: Number(row['grootste']),
  }));
}
