-- Eén rij per cliënt, onder pseudoniem. Levert meer dan één bron hem, dan telt de nieuwste.
with alle as (
  select
    gemeente_code, client_id, geboortejaar, geslacht, huishouden_id, aangemaakt_op, levering_id
  from stg.client
  union all
  select
    gemeente_code, client_id, geboortejaar, geslacht, huishouden_id, aangemaakt_op, levering_id
  from stg.uit_bericht_client
)

select
  gemeente_code,
  client_id,
  geboortejaar,
  geslacht,
  huishouden_id
from alle
qualify row_number() over (
  partition by gemeente_code, client_id
  order by aangemaakt_op desc, levering_id desc
) = 1
