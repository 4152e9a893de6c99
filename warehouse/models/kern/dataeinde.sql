-- Eén rij per gemeente en tabel: van welke dag tot welke dag de registratie loopt.
-- Het einde is `periode_tot` van de laatste levering van de bronnen die de tabel vullen.
-- Wat volgens de bewaartermijn is verwijderd, is onbekend: het begin schuift dan op.
with tabel_bron as (
  select gemeente_code, 'aanmelding' as tabel, bron from stg.aanmelding
  union
  select gemeente_code, 'casus' as tabel, bron from stg.casus
  union
  select gemeente_code, 'contactmoment' as tabel, bron from stg.contactmoment
  union
  select gemeente_code, 'verwijzing' as tabel, bron from stg.verwijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.toewijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.bericht_toewijzing
  union
  select gemeente_code, 'prestatie' as tabel, bron from stg.prestatie
  union
  select gemeente_code, 'prestatie' as tabel, bron from stg.bericht_prestatie
  union
  select gemeente_code, 'levering' as tabel, bron from stg.levering
  union
  select gemeente_code, 'levering' as tabel, bron from stg.bericht_levering
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.toewijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.bericht_toewijzing
  union
  select gemeente_code, 'contactmoment' as tabel, bron from stg.contactmoment
  union
  select gemeente_code, 'meting' as tabel, bron from stg.meting
)

select
  tabel_bron.gemeente_code,
  tabel_bron.tabel,
  greatest(
    min(levering.periode_van),
    coalesce((select max(bewaard_vanaf) from stg.bewaartermijn), date '0001-01-01')
  ) as data_van,
  max(levering.periode_tot) as data_tot
from tabel_bron
join meta.levering using (gemeente_code, bron)
where levering.status = 'geladen'
group by tabel_bron.gemeente_code, tabel_bron.tabel
