-- Eén rij per gebied: de 12 volle kalendermaanden voor de start van het team.
select
  gemeente_code,
  niveau,
  gebied_code,
  (date_trunc('month', startdatum) - interval 12 month)::date as van,
  (date_trunc('month', startdatum) - interval 1 day)::date as tot
from ref.gebied_boom
where startdatum is not null
