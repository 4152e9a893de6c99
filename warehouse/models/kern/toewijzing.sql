-- Eén rij per toegewezen voorziening: de geldige versie.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
with alle as (
  select * from stg.toewijzing
  union all by name
  select * from stg.uit_bericht_toewijzing
)

select
  alle.gemeente_code,
  alle.bron,
  alle.wet,
  alle.toewijzingnummer,
  alle.client_id,
  alle.aanbieder_id,
  alle.productcategorie,
  alle.productcode,
  alle.soort,
  alle.datum_aanvraag,
  alle.datum_besluit,
  alle.ingangsdatum,
  alle.einddatum,
  alle.volume,
  alle.eenheid,
  alle.frequentie,
  alle.budget_cent
from alle
semi join kern.client on client.gemeente_code = alle.gemeente_code
  and client.client_id = alle.client_id
qualify row_number() over (
  partition by alle.gemeente_code, alle.wet, alle.toewijzingnummer
  order by alle.aangemaakt_op desc, alle.levering_id desc
) = 1
