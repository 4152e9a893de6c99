-- Eén rij per wijk en periode: welk team er werkt. Loopt per wijk vanaf het begin der tijden:
-- voor de eerste datum geldt de eerste indeling. Daarna zonder team als een indeling eindigt.
-- Zonder verdeelde wijken: daar zegt kern.team_deel per buurt welk team er werkt.
with per_wijk as (
  select *
  from kern.team_gebied
  anti join kern.team_deel using (gemeente_code, gebied_code)
  qualify row_number() over (
    partition by gemeente_code, wijk_code, geldig_van
    order by aangemaakt_op desc, team_id
  ) = 1
),
geordend as (
  select
    *,
    lead(geldig_van) over wijk as volgende_van,
    row_number() over wijk = 1 as eerste
  from per_wijk
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
