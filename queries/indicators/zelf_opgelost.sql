-- Eén rij per casus die 183 dagen te volgen is: bleef de tweede lijn al die dagen weg?
-- De tweede lijn is een verwijzing daarheen, of een toewijzing die in die dagen ingaat.
-- Afbakening, leeswijzer en rekenvoorbeeld: zelf_opgelost.md
with gevolgd as (
  select gemeente_code, bron, min(data_tot) as data_tot
  from kern.volgeinde
  where tabel in ('verwijzing', 'toewijzing')
  group by gemeente_code, bron
),
tweede_lijn as (
  select gemeente_code, client_id, datum
  from kern.verwijzing
  where naar_lijn = 'tweede'
  union all
  select gemeente_code, client_id, ingangsdatum as datum
  from kern.toewijzing
)

select
  -- sleutels
  casus.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  casus.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(aanmelding.wet, 'onbekend') as wet,
  coalesce(aanmelding.vraagtype, 'onbekend') as vraagtype,

  -- datums
  casus.datum_start as datum,

  -- maten
  coalesce(tweede_lijn.datum - casus.datum_start > 183, true)::integer as teller
from kern.casus
join kern.client using (gemeente_code, client_id)
join gevolgd using (gemeente_code, bron)
join kern.verblijf on verblijf.gemeente_code = casus.gemeente_code
  and verblijf.client_id = casus.client_id
  and casus.datum_start between verblijf.geldig_van and verblijf.geldig_tot
left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
  and aanmelding.aanmelding_id = casus.aanmelding_id
asof left join tweede_lijn on tweede_lijn.gemeente_code = casus.gemeente_code
  and tweede_lijn.client_id = casus.client_id
  and casus.datum_start <= tweede_lijn.datum
where casus.datum_start + 183 <= gevolgd.data_tot
