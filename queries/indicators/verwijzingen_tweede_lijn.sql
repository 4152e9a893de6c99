-- Eén rij per verwijzing naar de tweede lijn, in de wijk waar de cliënt op die dag woont.
-- Afbakening, leeswijzer en rekenvoorbeeld: verwijzingen_tweede_lijn.md

select
  -- sleutels
  verwijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  verwijzing.client_id,

  -- kenmerken
  client.geboortejaar,
  verwijzing.wet,
  verwijzing.verwijzer,
  verwijzing.bestemming,

  -- datums
  verwijzing.datum,

  -- maten
  1::integer as aantal
from kern.verwijzing
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = verwijzing.gemeente_code
  and verblijf.client_id = verwijzing.client_id
  and verwijzing.datum between verblijf.geldig_van and verblijf.geldig_tot
where verwijzing.naar_lijn = 'tweede'
