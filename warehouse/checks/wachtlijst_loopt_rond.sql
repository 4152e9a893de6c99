-- Eén rij per gemeente en maand waar de wachtlijst niet volgt uit de vorige stand, erbij en eraf.
-- Uitleg: De wachtlijst is de vorige stand, plus wie erbij kwam, min wie eraf ging.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: een aanmelding eindigt voor zij begint.
with aanmelding as (
  select
    gemeente_code,
    datum_aanmelding,
    least(datum_eerste_contact, datum_afgesloten) as datum_weg
  from kern.aanmelding
),
gemeente_maand as (
  select dataeinde.gemeente_code, maand.maand, maand.van, maand.tot
  from (
    select gemeente_code, min(data_van) as data_van, min(data_tot) as data_tot
    from kern.dataeinde
    where tabel = 'aanmelding'
    group by gemeente_code
  ) as dataeinde
  join ref.maand on maand.van >= dataeinde.data_van
    and maand.tot <= dataeinde.data_tot
),
stand as (
  select
    gemeente_maand.gemeente_code,
    gemeente_maand.maand,
    count_if(
      aanmelding.datum_aanmelding < gemeente_maand.van
      and coalesce(aanmelding.datum_weg >= gemeente_maand.van, true)
    ) as vorige_stand,
    count_if(
      aanmelding.datum_aanmelding <= gemeente_maand.tot
      and coalesce(aanmelding.datum_weg > gemeente_maand.tot, true)
    ) as stand,
    count_if(
      aanmelding.datum_aanmelding between gemeente_maand.van and gemeente_maand.tot
    ) as erbij,
    count_if(aanmelding.datum_weg between gemeente_maand.van and gemeente_maand.tot) as eraf
  from gemeente_maand
  join aanmelding using (gemeente_code)
  group by gemeente_maand.gemeente_code, gemeente_maand.maand
)

select gemeente_code, maand, vorige_stand, erbij, eraf, stand
from stand
where stand <> vorige_stand + erbij - eraf
