-- Eén rij per post en versie van een begroting: de stand in die versie, in centen.
-- Een post die een wijziging niet noemt, blijft zoals hij was. Iv3 is dezelfde begroting in een
-- andere indeling en telt hier niet mee.
with eigen as (
  select
    gemeente_code, boekjaar, versie, datum_vaststelling, regel, omschrijving, kant, taakveld, wet,
    productcategorie, team_id, gebied_code, bedrag_cent
  from kern.begroting
  where regel not like 'iv3-%'
),
vastgesteld as (
  select gemeente_code, boekjaar, versie, max(datum_vaststelling) as datum_vaststelling
  from eigen
  group by gemeente_code, boekjaar, versie
),
post as (
  select gemeente_code, boekjaar, regel, min(versie) as eerste_versie
  from eigen
  group by gemeente_code, boekjaar, regel
),
stand as (
  select
    vastgesteld.gemeente_code,
    vastgesteld.boekjaar,
    vastgesteld.versie,
    vastgesteld.datum_vaststelling,
    post.eerste_versie,
    eigen.* exclude (gemeente_code, boekjaar, versie, datum_vaststelling)
  from vastgesteld
  join post using (gemeente_code, boekjaar)
  join eigen on eigen.gemeente_code = vastgesteld.gemeente_code
    and eigen.boekjaar = vastgesteld.boekjaar
    and eigen.regel = post.regel
    and eigen.versie <= greatest(vastgesteld.versie, post.eerste_versie)
  qualify row_number() over (
    partition by vastgesteld.gemeente_code, vastgesteld.boekjaar, vastgesteld.versie, post.regel
    order by eigen.versie desc
  ) = 1
)

select
  -- sleutels
  gemeente_code,
  boekjaar,
  versie,
  regel,

  -- kenmerken
  omschrijving,
  kant,
  taakveld,
  wet,
  coalesce(wet, 'geen') as onderdeel,
  productcategorie,
  team_id,
  gebied_code,

  -- datums
  datum_vaststelling,

  -- maten
  case when versie < eerste_versie then 0 else bedrag_cent end as bedrag_cent,
  case when versie < eerste_versie then 0 else bedrag_cent end - coalesce(
    lag(case when versie < eerste_versie then 0 else bedrag_cent end) over (
      partition by gemeente_code, boekjaar, regel
      order by versie
    ), 0
  ) as wijziging_cent
from stand
