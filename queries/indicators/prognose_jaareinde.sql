-- Eén rij per maand van de hulp en maand van indienen (declaratie), en één per periode van hulp.
-- Hieruit volgt de prognose: wat bekend is, en wat open hulp nog gaat kosten.
-- Afbakening, leeswijzer en rekenvoorbeeld: prognose_jaareinde.md
with declaratie as (
  select
    gemeente_code, wet, productcategorie, maand as datum, maand_ingediend,
    null::date as einddatum,
    gedeclareerd_cent as bedrag_cent,
    toegekend_cent,
    volume
  from kern.declaratie_maand
),
hulp as (
  select
    gemeente_code, wet, productcategorie, begindatum as datum, null::date as maand_ingediend,
    einddatum,
    null::bigint as bedrag_cent,
    null::bigint as toegekend_cent,
    null::bigint as volume
  from kern.levering_periode
),
alles as (
  select 'declaratie' as soort, * from declaratie
  union all
  select 'hulp' as soort, * from hulp
)

select
  -- sleutels
  gemeente_code,
  null::varchar as wijk_code,
  null::varchar as team_id,
  null::varchar as client_id,

  -- kenmerken
  null::integer as geboortejaar,
  wet,
  productcategorie,
  soort,

  -- datums
  datum,
  maand_ingediend,
  einddatum,

  -- maten
  bedrag_cent,
  toegekend_cent,
  volume
from alles
