-- Eén rij per wijk en periode: het team dat dan de hele wijk heeft.
-- Een verdeelde wijk hoort bij een team zolang al haar delen dat doen.
select gemeente_code, wijk_code, team_id, geldig_van, geldig_tot
from kern.team_wijk
where team_id is not null
union all
select wijk.gemeente_code, wijk.wijk_code, wijk.team_id, wijk.geldig_van, wijk.geldig_tot
from kern.team_deel as wijk
anti join kern.team_deel as buurt on buurt.gemeente_code = wijk.gemeente_code
  and buurt.wijk_code = wijk.wijk_code
  and coalesce(buurt.team_id, '') <> wijk.team_id
  and buurt.geldig_van <= wijk.geldig_tot
  and buurt.geldig_tot >= wijk.geldig_van
where wijk.gebied_code = wijk.wijk_code
  and wijk.team_id is not null
