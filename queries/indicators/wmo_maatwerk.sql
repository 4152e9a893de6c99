-- Eén rij per individuele Wmo-toewijzing en woonplaats, met de dagen waarop dat gold.
-- Wie er meer tegelijk heeft, telt per vak één keer: de kubus telt personen.
-- Afbakening, leeswijzer en rekenvoorbeeld: wmo_maatwerk.md

select
  -- sleutels
  toewijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  toewijzing.client_id,
  toewijzing.toewijzingnummer as telling_id,

  -- kenmerken
  client.geboortejaar,
  'standaard' as variant,
  'wmo-' || toewijzing.productcategorie as productcategorie,

  -- datums
  greatest(toewijzing.ingangsdatum, verblijf.geldig_van) as van,
  least(toewijzing.einddatum, verblijf.geldig_tot) as tot,

  -- maten
  1::integer as aantal
from kern.toewijzing
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = toewijzing.gemeente_code
  and verblijf.client_id = toewijzing.client_id
  and verblijf.geldig_van <= coalesce(toewijzing.einddatum, verblijf.geldig_van)
  and verblijf.geldig_tot >= toewijzing.ingangsdatum
where toewijzing.wet = 'wmo'
  and toewijzing.soort is distinct from 'collectief'
