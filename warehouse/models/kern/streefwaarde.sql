-- Eén rij per doel per indicator, gebied en jaar.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  streefwaarde.gemeente_code,
  streefwaarde.indicator,
  streefwaarde.gebied_code,
  streefwaarde.jaar,
  streefwaarde.waarde
from stg.streefwaarde
qualify row_number() over (
  partition by streefwaarde.gemeente_code, streefwaarde.indicator, streefwaarde.gebied_code, streefwaarde.jaar
  order by streefwaarde.aangemaakt_op desc, streefwaarde.levering_id desc
) = 1
