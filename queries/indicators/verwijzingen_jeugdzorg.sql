-- Eén rij per verwijzing naar jeugdhulp in de tweede lijn, van welke leeftijd de cliënt ook is.
-- Afbakening, leeswijzer en rekenvoorbeeld: verwijzingen_jeugdzorg.md

select
  -- sleutels
  verwijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  verwijzing.client_id,

  -- kenmerken
  client.geboortejaar,
  verwijzing.verwijzer,

  -- datums
  verwijzing.datum,

  -- maten
  1::integer as aantal
from kern.verwijzing
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = verwijzing.gemeente_code
  and verblijf.client_id = verwijzing.client_id
  and verwijzing.datum between verblijf.geldig_van and verblijf.geldig_tot
where verwijzing.bestemming = 'jeugdhulp'
  and verwijzing.naar_lijn = 'tweede'
