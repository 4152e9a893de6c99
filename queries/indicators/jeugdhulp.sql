-- Eén rij per periode van jeugdhulp en woonplaats, tot en met het jaar waarin iemand 17 is.
-- Zonder geboortejaar weten we niet of iemand jonger is dan 18: dan telt de hulp niet mee.
-- Afbakening, leeswijzer en rekenvoorbeeld: jeugdhulp.md

select
  -- sleutels
  periode.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  periode.client_id,
  periode.toewijzingnummer as telling_id,

  -- kenmerken
  client.geboortejaar,
  'jeugdwet-' || periode.productcategorie as productcategorie,

  -- datums
  greatest(periode.begindatum, verblijf.geldig_van) as van,
  least(
    periode.einddatum,
    verblijf.geldig_tot,
    make_date(client.geboortejaar + 18, 12, 31)
  ) as tot,

  -- maten
  1::integer as aantal
from kern.levering_periode as periode
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = periode.gemeente_code
  and verblijf.client_id = periode.client_id
  and verblijf.geldig_van <= coalesce(periode.einddatum, verblijf.geldig_van)
  and verblijf.geldig_tot >= periode.begindatum
where periode.wet = 'jeugdwet'
  and client.geboortejaar is not null
