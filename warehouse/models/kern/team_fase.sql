-- Eén rij per team en fase: model A, B of C vanaf een datum.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  team_fase.gemeente_code,
  team_fase.team_id,
  team_fase.fase,
  team_fase.geldig_van
from stg.team_fase
semi join kern.team on team.gemeente_code = team_fase.gemeente_code
  and team.team_id = team_fase.team_id
qualify row_number() over (
  partition by team_fase.gemeente_code, team_fase.team_id, team_fase.geldig_van
  order by team_fase.aangemaakt_op desc, team_fase.levering_id desc
) = 1
