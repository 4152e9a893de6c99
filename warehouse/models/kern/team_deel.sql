-- Eén rij per deel van een verdeelde wijk en periode: welk team er werkt.
-- Een wijk is verdeeld als op één dag in twee delen ervan verschillende teams werken.
-- Een deel is een buurt, of de wijk zelf: die geldt voor de buurten die niet zijn genoemd.
-- Loopt per deel vanaf het begin der tijden: voor de eerste datum geldt de eerste indeling.
-- Daarna zonder team als een indeling eindigt.
with geordend as (
  select
    *,
    coalesce(lead(geldig_van) over gebied - 1, date '9999-12-31')::date as uiterlijk_tot,
    row_number() over gebied = 1 as eerste
  from kern.team_gebied
  window gebied as (partition by gemeente_code, gebied_code order by geldig_van)
),
verdeeld as (
  select distinct een.gemeente_code, een.wijk_code
  from geordend as een
  join geordend as ander on ander.gemeente_code = een.gemeente_code
    and ander.wijk_code = een.wijk_code
    and ander.gebied_code <> een.gebied_code
    and ander.team_id <> een.team_id
    and ander.geldig_van <= least(een.geldig_tot, een.uiterlijk_tot)
    and least(ander.geldig_tot, ander.uiterlijk_tot) >= een.geldig_van
),
deel as (
  select geordend.*
  from geordend
  semi join verdeeld on verdeeld.gemeente_code = geordend.gemeente_code
    and verdeeld.wijk_code = geordend.wijk_code
)

select
  gemeente_code,
  gebied_code,
  wijk_code,
  team_id,
  case when eerste then date '0001-01-01' else geldig_van end as geldig_van,
  least(geldig_tot, uiterlijk_tot) as geldig_tot
from deel
union all
select
  gemeente_code,
  gebied_code,
  wijk_code,
  null as team_id,
  (geldig_tot + 1)::date as geldig_van,
  uiterlijk_tot as geldig_tot
from deel
where geldig_tot < uiterlijk_tot
