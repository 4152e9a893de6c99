-- Eén rij per gebied en regel: waarover de 0-meting gaat. Een indicator kiest zijn regel.
-- Alleen volle kalendermaanden tellen: de maand waarin een team start, hoort bij geen van beide.
with start as (
  select
    gemeente_code,
    niveau,
    gebied_code,
    date_trunc('month', startdatum)::date as maand,
    case
      when day(startdatum) = 1 then startdatum
      else (date_trunc('month', startdatum) + interval 1 month)::date
    end as eerste_volle_maand,
    make_date(year(startdatum), (month(startdatum) - 1) // 6 * 6 + 1, 1) as halfjaar,
    make_date(year(startdatum), 1, 1) as jaar
  from ref.gebied_boom
  where startdatum is not null
)

select
  gemeente_code,
  niveau,
  gebied_code,
  '12_maanden_voor_start' as regel,
  (maand - interval 12 month)::date as van,
  (maand - interval 1 day)::date as tot
from start
union all
select
  gemeente_code,
  niveau,
  gebied_code,
  '24_maanden_voor_start' as regel,
  (maand - interval 24 month)::date as van,
  (maand - interval 1 day)::date as tot
from start
union all
select
  gemeente_code,
  niveau,
  gebied_code,
  'halfjaar_voor_start' as regel,
  (halfjaar - interval 6 month)::date as van,
  (halfjaar - interval 1 day)::date as tot
from start
union all
select
  gemeente_code,
  niveau,
  gebied_code,
  'jaar_voor_start' as regel,
  (jaar - interval 12 month)::date as van,
  (jaar - interval 1 day)::date as tot
from start
union all
select
  gemeente_code,
  niveau,
  gebied_code,
  'eerste_halfjaar' as regel,
  eerste_volle_maand as van,
  (eerste_volle_maand + interval 6 month - interval 1 day)::date as tot
from start
