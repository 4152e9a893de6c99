-- Eén rij per gemeente en tabel: van welke dag tot welke dag de registratie loopt.
-- Het einde is `periode_tot` van de laatste levering van de bronnen die de tabel vullen.
-- Een volledige levering vervangt alles: wat ervoor kwam, zegt dan niets meer over de periode.
-- Wat volgens de bewaartermijn is verwijderd, is onbekend: het begin schuift dan op.
with tabel_bron as (
  select gemeente_code, 'aanmelding' as tabel, bron from stg.aanmelding
  union
  select gemeente_code, 'casus' as tabel, bron from stg.casus
  union
  select gemeente_code, 'contactmoment' as tabel, bron from stg.contactmoment
  union
  select gemeente_code, 'meting' as tabel, bron from stg.meting
  union
  select gemeente_code, 'verwijzing' as tabel, bron from stg.verwijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.toewijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from stg.bericht_toewijzing
  union
  select gemeente_code, 'levering' as tabel, bron from stg.levering
  union
  select gemeente_code, 'levering' as tabel, bron from stg.bericht_levering
  union
  select gemeente_code, 'prestatie' as tabel, bron from stg.prestatie
  union
  select gemeente_code, 'prestatie' as tabel, bron from stg.bericht_prestatie
),
geladen as (
  select gemeente_code, bron, soort, aangemaakt_op, periode_van, periode_tot
  from meta.levering
  where status = 'geladen'
),
laatste_volledige as (
  select gemeente_code, bron, max(aangemaakt_op) as aangemaakt_op
  from geladen
  where soort = 'volledig'
  group by gemeente_code, bron
)

select
  tabel_bron.gemeente_code,
  tabel_bron.tabel,
  greatest(
    min(geladen.periode_van),
    coalesce((select max(bewaard_vanaf) from stg.bewaartermijn), date '0001-01-01')
  ) as data_van,
  max(geladen.periode_tot) as data_tot
from tabel_bron
join geladen using (gemeente_code, bron)
left join laatste_volledige on laatste_volledige.gemeente_code = geladen.gemeente_code
  and laatste_volledige.bron = geladen.bron
where coalesce(geladen.aangemaakt_op >= laatste_volledige.aangemaakt_op, true)
group by tabel_bron.gemeente_code, tabel_bron.tabel
