-- Eén rij per toewijzing van hulp bij het huishouden en woonplaats, vanaf het jaar van 65 jaar.
-- Zonder geboortejaar weten we niet of iemand 65 is: dan telt de toewijzing niet mee.
-- Afbakening, leeswijzer en rekenvoorbeeld: huishoudelijke_hulp.md

select
  -- sleutels
  toewijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  toewijzing.client_id,
  toewijzing.toewijzingnummer as telling_id,

  -- kenmerken
  client.geboortejaar,

  -- datums
  greatest(
    toewijzing.ingangsdatum,
    verblijf.geldig_van,
    make_date(client.geboortejaar + 66, 1, 1)
  ) as van,
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
  and toewijzing.productcategorie = '01'
  and client.geboortejaar is not null
