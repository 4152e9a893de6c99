-- Eén rij per post in een versie van de begroting, in centen.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  begroting.gemeente_code,
  begroting.boekjaar,
  begroting.versie,
  begroting.datum_vaststelling,
  begroting.regel,
  begroting.omschrijving,
  begroting.kant,
  begroting.taakveld,
  begroting.wet,
  begroting.productcategorie,
  begroting.team_id,
  begroting.gebied_code,
  begroting.bedrag_cent
from stg.begroting
qualify row_number() over (
  partition by begroting.gemeente_code, begroting.boekjaar, begroting.versie, begroting.regel
  order by begroting.aangemaakt_op desc, begroting.levering_id desc
) = 1
