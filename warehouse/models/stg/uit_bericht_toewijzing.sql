-- Eén rij per wet en toewijzingnummer: de geldige versie (R1), zonder wat nooit bestond (R2).
-- R3: een einddatum mag beide kanten op; oudere versies blijven in stg.bericht_toewijzing.
-- Een 301 is volledig: de laatste toewijzingsdatum en -tijd wint, in welke volgorde ook ontvangen.
with versies as (
  select
    *,
    min(toewijzingsdatum) over toewijzing as eerste_toewijzingsdatum,
    -- lpad: een identificatie is meestal een getal, en 10 komt na 9.
    row_number() over (
      partition by gemeente_code, wet, toewijzingnummer
      order by toewijzingsdatum desc, toewijzingstijd desc, aangemaakt_op desc,
        lpad(identificatie, 40, '0') desc, identificatie desc, levering_id desc, bestand desc,
        bronregel desc
    ) as volgorde
  from stg.bericht_toewijzing
  window toewijzing as (partition by gemeente_code, wet, toewijzingnummer)
)

select
  -- herkomst
  gemeente_code,
  bron,
  levering_id,
  aangemaakt_op::timestamp as aangemaakt_op,
  bestand,
  bronregel,

  -- inhoud
  wet,
  toewijzingnummer,
  client_id,
  aanbieder_id,
  productcategorie,
  productcode,
  null::varchar as soort,
  null::date as datum_aanvraag,
  eerste_toewijzingsdatum::date as datum_besluit,
  ingangsdatum::date as ingangsdatum,
  einddatum::date as einddatum,
  volume::integer as volume,
  eenheid,
  frequentie,
  budget_cent
from versies
where volgorde = 1
  and coalesce(reden_wijziging, '') <> '13'
