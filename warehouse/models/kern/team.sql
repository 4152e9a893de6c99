-- Eén rij per sociaal wijkteam.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  team.gemeente_code,
  team.team_id,
  team.naam,
  team.locatie,
  team.startdatum,
  team.einddatum
from stg.team
qualify row_number() over (
  partition by team.gemeente_code, team.team_id
  order by team.aangemaakt_op desc, team.levering_id desc
) = 1
