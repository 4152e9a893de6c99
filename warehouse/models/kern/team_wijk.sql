-- Eén rij per wijk en periode: welk team er werkt. Loopt per wijk vanaf het begin der tijden:
-- voor de eerste datum geldt de eerste indeling. Daarna zonder team als een indeling eindigt.
-- Zonder verdeelde wijken: daar zegt kern.team_deel per buurt welk team er werkt.
with geleverd as (
  select
    team_gebied.gemeente_code,
    case
      when team_gebied.gebied_code like 'BU%' then 'WK' || substr(team_gebied.gebied_code, 3, 6)
      else team_gebied.gebied_code
    end as wijk_code,
    team_gebied.team_id,
    team_gebied.geldig_van,
    coalesce(team_gebied.geldig_tot, date '9999-12-31') as geldig_tot
  from stg.team_gebied
  semi join kern.team on team.gemeente_code = team_gebied.gemeente_code
    and team.team_id = team_gebied.team_id
  anti join kern.team_deel on team_deel.gemeente_code = team_gebied.gemeente_code
    and team_deel.gebied_code = team_gebied.gebied_code
  where team_gebied.gebied_code not like 'GM%'
  qualify row_number() over (
    partition by team_gebied.gemeente_code, wijk_code, team_gebied.geldig_van
    order by team_gebied.aangemaakt_op desc, team_gebied.levering_id desc, team_gebied.team_id
  ) = 1
),
geordend as (
  select
    *,
    lead(geldig_van) over wijk as volgende_van,
    row_number() over wijk = 1 as eerste
  from geleverd
  window wijk as (partition by gemeente_code, wijk_code order by geldig_van)
)

select
  gemeente_code,
  wijk_code,
  team_id,
  case when eerste then date '0001-01-01' else geldig_van end as geldig_van,
  least(geldig_tot, coalesce(volgende_van - 1, date '9999-12-31'))::date as geldig_tot
from geordend
union all
select
  gemeente_code,
  wijk_code,
  null as team_id,
  (geldig_tot + 1)::date as geldig_van,
  coalesce(volgende_van - 1, date '9999-12-31')::date as geldig_tot
from geordend
where geldig_tot < coalesce(volgende_van - 1, date '9999-12-31')
