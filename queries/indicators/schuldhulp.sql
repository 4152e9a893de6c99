-- Eén rij per verwijzing naar schuldhulp in de tweede lijn.
-- Afbakening, leeswijzer en rekenvoorbeeld: schuldhulp.md

select
  -- sleutels
  verwijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  verwijzing.client_id,

  -- kenmerken
  client.geboortejaar,

  -- datums
  verwijzing.datum,

  -- maten
  1::integer as aantal
from kern.verwijzing
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = verwijzing.gemeente_code
  and verblijf.client_id = verwijzing.client_id
  and verwijzing.datum between verblijf.geldig_van and verblijf.geldig_tot
where verwijzing.bestemming = 'schuldhulp'
  and verwijzing.naar_lijn = 'tweede'
