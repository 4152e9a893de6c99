-- Eén rij per gemeente, team en wijk zoals ze nu zijn: het raster van elk antwoord.
-- Loopt de grens van een team door een wijk, dan is die wijk er niet bij: teams en wijken zijn genest.
with laatste as (
  select gebied.gemeente_code, gebied.gebied_code, gebied.niveau, gebied.naam
  from stg.gebied
  anti join kern.team_deel on team_deel.gemeente_code = gebied.gemeente_code
    and team_deel.wijk_code = gebied.gebied_code
  where niveau in ('gemeente', 'wijk')
  qualify row_number() over (
    partition by gebied.gemeente_code, gebied.gebied_code
    order by gebied.jaar desc, aangemaakt_op desc, levering_id desc
  ) = 1
),
wijk_team as (
  select gemeente_code, wijk_code, team_id
  from kern.team_wijk
  qualify row_number() over (
    partition by gemeente_code, wijk_code
    order by geldig_van desc
  ) = 1
),
eerste_start as (
  select gemeente_code, min(startdatum) as startdatum
  from kern.team
  group by gemeente_code
)

select
  laatste.gemeente_code,
  laatste.niveau,
  laatste.gebied_code,
  laatste.naam,
  wijk_team.team_id as ouder_code,
  coalesce(team.startdatum, eerste_start.startdatum) as startdatum
from laatste
left join wijk_team on wijk_team.gemeente_code = laatste.gemeente_code
  and wijk_team.wijk_code = laatste.gebied_code
left join kern.team on team.gemeente_code = laatste.gemeente_code
  and team.team_id = wijk_team.team_id
left join eerste_start on eerste_start.gemeente_code = laatste.gemeente_code
  and laatste.niveau = 'gemeente'
union all
select
  gemeente_code,
  'team' as niveau,
  team_id as gebied_code,
  naam,
  gemeente_code as ouder_code,
  startdatum
from kern.team
