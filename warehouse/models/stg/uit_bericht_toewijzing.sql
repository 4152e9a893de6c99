-- Eén rij per wet en toewijzingnummer: de geldige versie (R1), zonder wat nooit bestond (R2).
-- R3: een einddatum mag beide kanten op; oudere versies blijven in stg.bericht_toewijzing.
-- De datum van de aanvraag is die van het verzoek (315, 317) met dezelfde referentie.
-- Een 301 is volledig: de laatste toewijzingsdatum en -tijd wint, in welke volgorde ook ontvangen.
with verzoek as (
  select gemeente_code, wet, aanbieder_id, referentie_aanbieder, min(aangemaakt_op) as datum
  from stg.bericht_verzoek
  anti join stg.uit_bericht_afgekeurd
    using (gemeente_code, wet, aanbieder_id, nummer, identificatie)
  where soort in ('nieuw', 'wijziging')
  group by gemeente_code, wet, aanbieder_id, referentie_aanbieder
),
versies as (
  select
    * exclude (referentie_aanbieder),
    coalesce(referentie_aanbieder, max(referentie_aanbieder) over toewijzing)
      as referentie_aanbieder,
    min(toewijzingsdatum) over toewijzing as eerste_toewijzingsdatum,
    -- lpad: een identificatie is meestal een getal, en 10 komt na 9.
    row_number() over (
      partition by gemeente_code, wet, toewijzingnummer
      order by toewijzingsdatum desc, toewijzingstijd desc, aangemaakt_op desc,
        lpad(identificatie, 40, '0') desc, identificatie desc, levering_id desc, bestand desc,
        bronregel desc
    ) as volgorde
  from stg.bericht_toewijzing
  anti join (from stg.uit_bericht_afgekeurd where nummer = '301')
    using (gemeente_code, wet, aanbieder_id, identificatie)
  window toewijzing as (partition by gemeente_code, wet, toewijzingnummer)
)

select
  -- herkomst
  versies.gemeente_code,
  versies.bron,
  versies.levering_id,
  versies.aangemaakt_op::timestamp as aangemaakt_op,
  versies.bestand,
  versies.bronregel,

  -- inhoud
  versies.wet,
  versies.toewijzingnummer,
  versies.client_id,
  versies.aanbieder_id,
  versies.productcategorie,
  productcode,
  null::varchar as soort,
  case when verzoek.datum <= versies.eerste_toewijzingsdatum then verzoek.datum::date end
    as datum_aanvraag,
  eerste_toewijzingsdatum::date as datum_besluit,
  ingangsdatum::date as ingangsdatum,
  einddatum::date as einddatum,
  volume::integer as volume,
  eenheid,
  frequentie,
  budget_cent
from versies
left join verzoek using (gemeente_code, wet, aanbieder_id, referentie_aanbieder)
where volgorde = 1
  and coalesce(reden_wijziging, '') <> '13'
