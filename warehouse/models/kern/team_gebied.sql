-- Eén rij per team, wijk of buurt en begindatum: wie waar werkt, zoals geleverd.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  team_gebied.gemeente_code,
  team_gebied.gebied_code,
  case
    when team_gebied.gebied_code like 'BU%' then 'WK' || substr(team_gebied.gebied_code, 3, 6)
    else team_gebied.gebied_code
  end as wijk_code,
  team_gebied.team_id,
  team_gebied.geldig_van,
  coalesce(team_gebied.geldig_tot, date '9999-12-31') as geldig_tot,
  team_gebied.aangemaakt_op
from stg.team_gebied
semi join kern.team on team.gemeente_code = team_gebied.gemeente_code
  and team.team_id = team_gebied.team_id
where team_gebied.gebied_code not like 'GM%'
qualify row_number() over (
  partition by team_gebied.gemeente_code, team_gebied.gebied_code, team_gebied.geldig_van
  order by team_gebied.aangemaakt_op desc, team_gebied.levering_id desc, team_gebied.team_id
) = 1
