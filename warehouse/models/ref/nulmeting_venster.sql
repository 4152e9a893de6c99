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
),
per_regel as (
  select
    gemeente_code,
    niveau,
    gebied_code,
    unnest([
      {
        regel: '12_maanden_voor_start',
        van: maand - interval 12 month,
        tot: maand - interval 1 day
      },
      {
        regel: '24_maanden_voor_start',
        van: maand - interval 24 month,
        tot: maand - interval 1 day
      },
      {
        regel: 'halfjaar_voor_start',
        van: halfjaar - interval 6 month,
        tot: halfjaar - interval 1 day
      },
      {
        regel: 'jaar_voor_start',
        van: jaar - interval 12 month,
        tot: jaar - interval 1 day
      },
      {
        regel: 'eerste_halfjaar',
        van: eerste_volle_maand::timestamp,
        tot: eerste_volle_maand + interval 6 month - interval 1 day
      }
    ]) as venster
  from start
)

select
  gemeente_code,
  niveau,
  gebied_code,
  venster.regel as regel,
  venster.van::date as van,
  venster.tot::date as tot
from per_regel
