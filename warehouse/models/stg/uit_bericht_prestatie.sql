-- Eén rij per wet, aanbieder en referentie: de declaratieregel met zijn stand (R6).
-- Een 325 noemt alleen afgekeurde regels. Een regel zonder 325 is nog ingediend.
with antwoord as (
  select gemeente_code, wet, aanbieder_id, declaratienummer
  from stg.bericht_antwoord
  group by gemeente_code, wet, aanbieder_id, declaratienummer
),
afgekeurd as (
  select gemeente_code, wet, aanbieder_id, declaratienummer, referentie
  from stg.bericht_antwoord
  where afgekeurd
  group by gemeente_code, wet, aanbieder_id, declaratienummer, referentie
),
laatste as (
  select *
  from stg.bericht_prestatie
  qualify row_number() over (
    partition by gemeente_code, wet, aanbieder_id, referentie
    order by datum_ingediend desc, aangemaakt_op desc, identificatie desc, bronregel desc
  ) = 1
)

select
  -- herkomst
  laatste.gemeente_code,
  laatste.bron,
  laatste.levering_id,
  laatste.aangemaakt_op::timestamp as aangemaakt_op,
  laatste.bestand,
  laatste.bronregel,

  -- inhoud
  laatste.wet,
  laatste.aanbieder_id,
  laatste.referentie,
  laatste.client_id,
  laatste.toewijzingnummer,
  laatste.productcategorie,
  laatste.productcode,
  laatste.periode_begin::date as periode_begin,
  laatste.periode_eind::date as periode_eind,
  laatste.volume::integer as volume,
  laatste.eenheid,
  laatste.bedrag_cent,
  laatste.datum_ingediend::date as datum_ingediend,
  case
    when afgekeurd.referentie is not null then 'afgekeurd'
    when antwoord.declaratienummer is not null then 'toegekend'
    else 'ingediend'
  end as status
from laatste
left join antwoord using (gemeente_code, wet, aanbieder_id, declaratienummer)
left join afgekeurd using (gemeente_code, wet, aanbieder_id, declaratienummer, referentie)
