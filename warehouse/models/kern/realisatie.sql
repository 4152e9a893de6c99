-- Eén rij per boeking, in centen.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  realisatie.gemeente_code,
  realisatie.boeking_id,
  realisatie.boekjaar,
  realisatie.maand,
  realisatie.regel,
  realisatie.kant,
  realisatie.bedrag_cent
from stg.realisatie
qualify row_number() over (
  partition by realisatie.gemeente_code, realisatie.boeking_id
  order by realisatie.aangemaakt_op desc, realisatie.levering_id desc
) = 1
