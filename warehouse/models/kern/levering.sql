-- Eén rij per toewijzing en begindatum: start en stop van de hulp, zoals geleverd.
with alle as (
  select
    gemeente_code, bron, wet, toewijzingnummer, begindatum, einddatum, reden_einde,
    aangemaakt_op, levering_id
  from stg.levering
  union all
  select
    gemeente_code, bron, wet, toewijzingnummer, begindatum, einddatum, reden_einde,
    aangemaakt_op, levering_id
  from stg.uit_bericht_levering
)

select
  alle.gemeente_code,
  alle.bron,
  alle.wet,
  alle.toewijzingnummer,
  toewijzing.client_id,
  toewijzing.productcategorie,
  alle.begindatum,
  alle.einddatum,
  alle.reden_einde
from alle
join kern.toewijzing using (gemeente_code, wet, toewijzingnummer)
qualify row_number() over (
  partition by alle.gemeente_code, alle.wet, alle.toewijzingnummer, alle.begindatum
  order by alle.aangemaakt_op desc, alle.levering_id desc
) = 1
