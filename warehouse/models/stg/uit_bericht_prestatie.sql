-- Eén rij per wet, aanbieder en referentie: de declaratieregel met zijn stand (R6).
-- Een 325 noemt alleen afgekeurde regels, of keurt alles af. Een regel zonder antwoord, of niet
-- beoordeeld (0233), is nog ingediend. Een regel die is goedgekeurd, blijft dat: wie hem later
-- opnieuw indient, krijgt een afkeuring (8021) die over de herhaling gaat.
with declaratie as (
  select gemeente_code, wet, aanbieder_id, identificatie, declaratienummer, aangemaakt_op
  from stg.bericht_prestatie
  group by gemeente_code, wet, aanbieder_id, identificatie, declaratienummer, aangemaakt_op
),
antwoord as (
  select
    gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op, declaratie_identificatie,
    declaratienummer,
    bool_or(oordeel = 'afgekeurd') as afgekeurd,
    bool_or(oordeel = 'niet_beoordeeld') as niet_beoordeeld
  from stg.bericht_antwoord
  where referentie is null
  group by gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op,
    declaratie_identificatie, declaratienummer
),
antwoord_regel as (
  select
    gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op, referentie,
    bool_or(oordeel = 'afgekeurd') as afgekeurd,
    bool_or(oordeel = 'niet_beoordeeld') as niet_beoordeeld
  from stg.bericht_antwoord
  where referentie is not null
  group by gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op, referentie
),
-- Het antwoord noemt het bericht. Anders geldt het declaratienummer, dat dubbel kan zijn.
genoemd as (
  select
    antwoord.gemeente_code, antwoord.wet, antwoord.aanbieder_id,
    antwoord.identificatie as antwoord, antwoord.aangemaakt_op as beantwoord_op,
    antwoord.afgekeurd, antwoord.niet_beoordeeld,
    declaratie.identificatie, declaratie.aangemaakt_op, true as op_identificatie
  from antwoord
  join declaratie on declaratie.gemeente_code = antwoord.gemeente_code
    and declaratie.wet = antwoord.wet
    and declaratie.aanbieder_id = antwoord.aanbieder_id
    and declaratie.identificatie = antwoord.declaratie_identificatie
  union all
  select
    antwoord.gemeente_code, antwoord.wet, antwoord.aanbieder_id,
    antwoord.identificatie as antwoord, antwoord.aangemaakt_op as beantwoord_op,
    antwoord.afgekeurd, antwoord.niet_beoordeeld,
    declaratie.identificatie, declaratie.aangemaakt_op, false as op_identificatie
  from antwoord
  join declaratie on declaratie.gemeente_code = antwoord.gemeente_code
    and declaratie.wet = antwoord.wet
    and declaratie.aanbieder_id = antwoord.aanbieder_id
    and declaratie.declaratienummer = antwoord.declaratienummer
),
-- Elk antwoord gaat over één bericht: het genoemde, anders het nieuwste dat er toen al was.
gekoppeld as (
  select
    gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op, antwoord, beantwoord_op,
    afgekeurd, niet_beoordeeld
  from genoemd
  qualify row_number() over (
    partition by gemeente_code, wet, aanbieder_id, antwoord, beantwoord_op
    order by op_identificatie desc, aangemaakt_op <= beantwoord_op desc, aangemaakt_op desc,
      lpad(identificatie, 40, '0') desc, identificatie desc
  ) = 1
),
-- Op elk bericht geldt het nieuwste antwoord.
beantwoord as (
  select
    gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op, antwoord, beantwoord_op,
    afgekeurd, niet_beoordeeld
  from gekoppeld
  qualify row_number() over (
    partition by gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op
    order by beantwoord_op desc, lpad(antwoord, 40, '0') desc, antwoord desc
  ) = 1
),
regel as (
  select
    bericht_prestatie.*,
    case
      when beantwoord.antwoord is null then 'ingediend'
      when beantwoord.afgekeurd or antwoord_regel.afgekeurd then 'afgekeurd'
      when coalesce(antwoord_regel.niet_beoordeeld, beantwoord.niet_beoordeeld) then 'ingediend'
      else 'toegekend'
    end as status,
    row_number() over (
      partition by bericht_prestatie.gemeente_code, bericht_prestatie.wet,
        bericht_prestatie.aanbieder_id, bericht_prestatie.referentie
      order by bericht_prestatie.datum_ingediend, bericht_prestatie.aangemaakt_op,
        lpad(bericht_prestatie.identificatie, 40, '0'), bericht_prestatie.identificatie,
        bericht_prestatie.levering_id, bericht_prestatie.bestand, bericht_prestatie.bronregel
    ) as volgorde
  from stg.bericht_prestatie
  left join beantwoord using (gemeente_code, wet, aanbieder_id, identificatie, aangemaakt_op)
  left join antwoord_regel on antwoord_regel.gemeente_code = beantwoord.gemeente_code
    and antwoord_regel.wet = beantwoord.wet
    and antwoord_regel.aanbieder_id = beantwoord.aanbieder_id
    and antwoord_regel.identificatie = beantwoord.antwoord
    and antwoord_regel.aangemaakt_op = beantwoord.beantwoord_op
    and antwoord_regel.referentie = bericht_prestatie.referentie
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
  aanbieder_id,
  referentie,
  client_id,
  toewijzingnummer,
  productcategorie,
  productcode,
  periode_begin::date as periode_begin,
  periode_eind::date as periode_eind,
  volume::integer as volume,
  eenheid,
  bedrag_cent,
  datum_ingediend::date as datum_ingediend,
  status
from regel
-- De eerste goedkeuring blijft staan; zonder goedkeuring telt de laatste indiening.
qualify row_number() over (
  partition by gemeente_code, wet, aanbieder_id, referentie
  order by status = 'toegekend' desc,
    case when status = 'toegekend' then volgorde else -volgorde end
) = 1
