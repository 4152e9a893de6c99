-- Eén rij per declaratieregel. `minuten` is leeg als de eenheid geen tijd is (etmaal, stuks, euro).
-- Een creditregel (bedrag onder nul) trekt zijn volume af.
with alle as (
  select
    gemeente_code, bron, wet, aanbieder_id, referentie, client_id, toewijzingnummer,
    productcategorie, productcode, periode_begin, periode_eind, volume, eenheid, bedrag_cent,
    datum_ingediend, status, aangemaakt_op, levering_id
  from stg.prestatie
  union all
  select
    gemeente_code, bron, wet, aanbieder_id, referentie, client_id, toewijzingnummer,
    productcategorie, productcode, periode_begin, periode_eind, volume, eenheid, bedrag_cent,
    datum_ingediend, status, aangemaakt_op, levering_id
  from stg.uit_bericht_prestatie
)

select
  alle.gemeente_code,
  alle.bron,
  alle.wet,
  alle.aanbieder_id,
  alle.referentie,
  alle.client_id,
  alle.toewijzingnummer,
  alle.productcategorie,
  alle.productcode,
  alle.periode_begin,
  alle.periode_eind,
  alle.volume,
  alle.eenheid,
  case when alle.bedrag_cent < 0 then -1 else 1 end * alle.volume * case alle.eenheid
    when 'minuut' then 1
    when 'uur' then 60
    when 'dagdeel' then 240
  end as minuten,
  alle.bedrag_cent,
  alle.datum_ingediend,
  alle.status
from alle
semi join kern.client on client.gemeente_code = alle.gemeente_code
  and client.client_id = alle.client_id
qualify row_number() over (
  partition by alle.gemeente_code, alle.wet, alle.aanbieder_id, alle.referentie
  order by alle.aangemaakt_op desc, alle.levering_id desc
) = 1
