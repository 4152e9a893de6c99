-- Eén rij per gebeurtenis op de tijdas.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  gebeurtenis.gemeente_code,
  gebeurtenis.datum,
  gebeurtenis.datum_tot,
  gebeurtenis.gebied_code,
  gebeurtenis.omschrijving
from stg.gebeurtenis
qualify row_number() over (
  partition by gebeurtenis.gemeente_code, gebeurtenis.datum, gebeurtenis.omschrijving
  order by gebeurtenis.aangemaakt_op desc, gebeurtenis.levering_id desc
) = 1
