-- Eén rij per jaar, wet, gebied, vraag en antwoord.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  tevredenheid.gemeente_code,
  tevredenheid.jaar,
  tevredenheid.wet,
  tevredenheid.gebied_code,
  tevredenheid.vraag,
  tevredenheid.antwoord,
  tevredenheid.aantal
from stg.tevredenheid
qualify row_number() over (
  partition by tevredenheid.gemeente_code, tevredenheid.jaar, tevredenheid.wet, tevredenheid.gebied_code, tevredenheid.vraag, tevredenheid.antwoord
  order by tevredenheid.aangemaakt_op desc, tevredenheid.levering_id desc
) = 1
