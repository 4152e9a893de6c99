-- Eén rij per buurt die bij een ander team hoort dan de rest van haar wijk.
-- Uitleg: De grens van een team loopt niet door een wijk.
-- Gevolg: melding
-- Actie: De hele wijk telt nu bij één team. Lever de indeling per wijk.
select buurt.gemeente_code, buurt.gebied_code
from stg.team_gebied as buurt
join kern.team_wijk on team_wijk.gemeente_code = buurt.gemeente_code
  and team_wijk.wijk_code = 'WK' || substr(buurt.gebied_code, 3, 6)
  and team_wijk.team_id <> buurt.team_id
  and buurt.geldig_van between team_wijk.geldig_van and team_wijk.geldig_tot
where buurt.gebied_code like 'BU%'
group by buurt.gemeente_code, buurt.gebied_code
