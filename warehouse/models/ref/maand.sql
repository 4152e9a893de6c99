-- Eén rij per kalendermaand waarin een gemeente registreert.
select
  date_trunc('month', dag)::date as maand,
  date_trunc('month', dag)::date as van,
  last_day(dag) as tot
from (
  select unnest(generate_series(
    date_trunc('month', min(data_van)), date_trunc('month', max(data_tot)), interval 1 month
  ))::date as dag
  from kern.dataeinde
)
