import type {Database} from '../../warehouse/open.ts';
import type {Verzilvering} from '../contract/finance.ts';
import {onderdeelOf} from './begroting.ts';

const MIN_CLIENTS = 50;

/**
 * Verzilvering: claimed volume over allocated volume, per product and year of a gemeente. Whole percents
 * of at least 50 clients, who count once whatever units they have; null where help is not allocated in units per day, week or month.
 */
export async function readTakeUp(warehouse: Database): Promise<Map<string, Verzilvering[]>> {
  const rows = await warehouse.rows(SQL);
  const found = new Map<string, Verzilvering[]>();
  for (const row of rows) {
    const gemeente = String(row['gemeente_code']);
    const [used, allocated] = [Number(row['gebruikt']), Number(row['toegewezen'])];
    const small = Number(row['clienten']) < MIN_CLIENTS;
    found.set(gemeente, [
      ...(found.get(gemeente) ?? []),
      {
        boekjaar: Number(row['jaar']),
        onderdeel: onderdeelOf(row['wet']),
        productcategorie: String(row['productcategorie']),
        verzilverd: small || !(allocated > 0) ? null : Math.round((100 * used) / allocated) / 100,
        status: small ? 'te_klein' : allocated > 0 ? 'ok' : 'nvt',
      },
    ]);
  }
  return found;
}

const SQL = `
  with jaar as (
    select gemeente_code, year(van)::integer as jaar, van, tot
    from ref.periode
    where periodesoort = 'jaar' and volledig
  ),
  toegewezen as (
    select jaar.gemeente_code, jaar.jaar, toewijzing.wet, toewijzing.productcategorie,
      toewijzing.eenheid, count(distinct toewijzing.client_id) as clienten,
      sum(
        (least(coalesce(toewijzing.einddatum, jaar.tot), jaar.tot)
          - greatest(toewijzing.ingangsdatum, jaar.van) + 1)
        * case toewijzing.frequentie
          when 'dag' then toewijzing.volume
          when 'week' then toewijzing.volume / 7
          when 'maand' then toewijzing.volume * 12 / 365.25
        end
      )::double as toegewezen
    from kern.toewijzing
    join jaar on jaar.gemeente_code = toewijzing.gemeente_code
      and toewijzing.ingangsdatum <= jaar.tot
      and coalesce(toewijzing.einddatum, jaar.tot) >= jaar.van
    group by jaar.gemeente_code, jaar.jaar, toewijzing.wet, toewijzing.productcategorie,
      toewijzing.eenheid
  ),
  gebruikt as (
    select gemeente_code, year(maand)::integer as jaar, wet, productcategorie, eenheid,
      sum(volume)::double as gebruikt
    from kern.declaratie_maand
    group by gemeente_code, jaar, wet, productcategorie, eenheid
  )
  select gemeente_code, jaar, wet, productcategorie, max(clienten) as clienten,
    sum(gebruikt) as gebruikt, sum(toegewezen) as toegewezen
  from toegewezen
  join gebruikt using (gemeente_code, jaar, wet, productcategorie, eenheid)
  group by gemeente_code, jaar, wet, productcategorie
  order by gemeente_code, jaar, wet, productcategorie`;
