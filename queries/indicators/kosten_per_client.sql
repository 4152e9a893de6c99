-- Eén rij per declaratieregel die niet is afgekeurd: wat hij kost, en waar de cliënt toen woonde.
-- Een regel telt in de maand waarin zijn hulp begint. Een creditregel trekt zijn bedrag af.
-- Afbakening, leeswijzer en rekenvoorbeeld: kosten_per_client.md
select
  -- sleutels
  prestatie.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  prestatie.client_id,

  -- kenmerken
  client.geboortejaar,
  prestatie.wet,
  prestatie.wet || '-' || prestatie.productcategorie as productcategorie,

  -- datums
  prestatie.periode_begin as datum,

  -- maten
  prestatie.bedrag_cent
from kern.prestatie
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = prestatie.gemeente_code
  and verblijf.client_id = prestatie.client_id
  and prestatie.periode_begin between verblijf.geldig_van and verblijf.geldig_tot
where prestatie.status <> 'afgekeurd'
