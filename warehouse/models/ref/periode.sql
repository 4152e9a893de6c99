-- Eén rij per gemeente en periode (maand, kwartaal, halfjaar, jaar) die de registratie raakt.
with gemeente_maand as (
  select dataeinde.gemeente_code, maand.van, maand.tot
  from (
    select gemeente_code, min(data_van) as data_van, max(data_tot) as data_tot
    from kern.dataeinde
    group by gemeente_code
  ) as dataeinde
  join ref.maand on maand.tot >= dataeinde.data_van and maand.van <= dataeinde.data_tot
),
periode as (
  select
    gemeente_code,
    'maand' as periodesoort,
    strftime(van, '%Y-%m') as periode,
    van,
    tot
  from gemeente_maand
  union all
  select distinct
    gemeente_code,
    'kwartaal' as periodesoort,
    year(van) || '-K' || quarter(van) as periode,
    date_trunc('quarter', van)::date as van,
    (date_trunc('quarter', van) + interval 3 month - interval 1 day)::date as tot
  from gemeente_maand
  union all
  select distinct
    gemeente_code,
    'halfjaar' as periodesoort,
    year(van) || '-H' || ((month(van) - 1) // 6 + 1) as periode,
    make_date(year(van), (month(van) - 1) // 6 * 6 + 1, 1) as van,
    (make_date(year(van), (month(van) - 1) // 6 * 6 + 1, 1) + interval 6 month
      - interval 1 day)::date as tot
  from gemeente_maand
  union all
  select distinct
    gemeente_code,
    'jaar' as periodesoort,
    year(van)::varchar as periode,
    make_date(year(van), 1, 1) as van,
    make_date(year(van), 12, 31) as tot
  from gemeente_maand
)

select
  periode.gemeente_code,
  periode.periodesoort,
  periode.periode,
  periode.van,
  periode.tot,
  periode.tot <= dataeinde.data_tot as volledig
from periode
join (
  select gemeente_code, max(data_tot) as data_tot
  from kern.dataeinde
  group by gemeente_code
) as dataeinde using (gemeente_code)
