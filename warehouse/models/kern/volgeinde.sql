-- Eén rij per gemeente, tabel en bron: tot welke dag wat die bron levert in die tabel te volgen is.
-- Vult de bron de tabel zelf, dan tot zijn eigen einde. Anders komt het van alle bronnen die dat
-- doen: dan tot het einde van de eerste die ophoudt.
with eigen as (
  select gemeente_code, bron, any_value(data_tot) as data_tot
  from kern.dataeinde
  group by gemeente_code, bron
),
alle as (
  select gemeente_code, tabel, min(data_tot) as data_tot
  from kern.dataeinde
  group by gemeente_code, tabel
)

select
  alle.gemeente_code,
  alle.tabel,
  eigen.bron,
  coalesce(dataeinde.data_tot, least(eigen.data_tot, alle.data_tot)) as data_tot
from alle
join eigen using (gemeente_code)
left join kern.dataeinde on dataeinde.gemeente_code = alle.gemeente_code
  and dataeinde.tabel = alle.tabel
  and dataeinde.bron = eigen.bron
