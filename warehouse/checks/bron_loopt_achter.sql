-- Eén rij per gemeente, tabel en bron die eerder ophoudt dan een andere bron van die tabel.
-- Uitleg: Alle bronnen van een tabel zijn even ver geleverd.
-- Gevolg: melding
-- Actie: Vraag om de nieuwe levering. Is de bron gestopt? Lever een lege aanvulling tot vandaag.
with laatste as (
  select gemeente_code, tabel, max(data_tot) as data_tot
  from kern.dataeinde
  group by gemeente_code, tabel
)

select dataeinde.gemeente_code, dataeinde.tabel, dataeinde.bron, dataeinde.data_tot
from kern.dataeinde
join laatste using (gemeente_code, tabel)
where dataeinde.data_tot < laatste.data_tot
