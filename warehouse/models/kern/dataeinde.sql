-- Eén rij per gemeente, tabel en bron die haar vult: van welke dag tot welke dag de bron loopt.
-- Het einde is `periode_tot` van de laatste levering van die bron. Een bron waarvan een andere
-- bron alle rijen opnieuw leverde, vult niets meer.
-- Wat na de dag van de levering zou komen, kan er niet in staan: daar telt die dag.
-- Een volledige levering vervangt alles: wat ervoor kwam, zegt dan niets meer over de periode.
-- Wat volgens de bewaartermijn is verwijderd, is onbekend: het begin schuift dan op.
-- Berichten zeggen niet tot welke dag ze gaan. Binnen de maand van het laatste bericht lopen ze
-- mee met de andere bronnen van hun tabellen.
with tabel_bron as (
  select gemeente_code, 'aanmelding' as tabel, bron from kern.aanmelding
  union
  select gemeente_code, 'casus' as tabel, bron from kern.casus
  union
  select gemeente_code, 'contactmoment' as tabel, bron from kern.contactmoment
  union
  select gemeente_code, 'meting' as tabel, bron from kern.meting
  union
  select gemeente_code, 'verwijzing' as tabel, bron from kern.verwijzing
  union
  select gemeente_code, 'toewijzing' as tabel, bron from kern.toewijzing
  union
  select gemeente_code, 'levering' as tabel, bron from kern.levering
  union
  select gemeente_code, 'prestatie' as tabel, bron from kern.prestatie
),
geladen as (
  select
    gemeente_code,
    bron,
    soort,
    aangemaakt_op,
    (aangemaakt_op at time zone 'UTC' at time zone 'Europe/Amsterdam')::date as gemaakt_dag,
    periode_van,
    periode_tot
  from meta.levering
  where status = 'geladen'
),
laatste_volledige as (
  select gemeente_code, bron, max(aangemaakt_op) as aangemaakt_op
  from geladen
  where soort = 'volledig'
  group by gemeente_code, bron
),
per_bron as (
  select
    geladen.gemeente_code,
    geladen.bron,
    greatest(
      min(geladen.periode_van),
      coalesce((select max(bewaard_vanaf) from stg.bewaartermijn), date '0001-01-01')
    ) as data_van,
    max(least(geladen.periode_tot, geladen.gemaakt_dag)) as data_tot
  from geladen
  left join laatste_volledige on laatste_volledige.gemeente_code = geladen.gemeente_code
    and laatste_volledige.bron = geladen.bron
  where coalesce(geladen.aangemaakt_op >= laatste_volledige.aangemaakt_op, true)
  group by geladen.gemeente_code, geladen.bron
),
andere as (
  select berichten.gemeente_code, max(per_bron.data_tot) as data_tot
  from tabel_bron as berichten
  join tabel_bron as ander on ander.gemeente_code = berichten.gemeente_code
    and ander.tabel = berichten.tabel
    and ander.bron <> 'berichten'
  join per_bron on per_bron.gemeente_code = ander.gemeente_code
    and per_bron.bron = ander.bron
  where berichten.bron = 'berichten'
  group by berichten.gemeente_code
)

select
  tabel_bron.gemeente_code,
  tabel_bron.tabel,
  tabel_bron.bron,
  per_bron.data_van,
  case
    when tabel_bron.bron = 'berichten' and andere.data_tot > per_bron.data_tot
      then least(andere.data_tot, last_day(per_bron.data_tot))
    else per_bron.data_tot
  end as data_tot
from tabel_bron
join per_bron using (gemeente_code, bron)
left join andere using (gemeente_code)
