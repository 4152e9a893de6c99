-- Eén rij per aanvraag die 56 dagen te volgen is: is het besluit er dan?
-- Zonder besluit na 56 dagen is het te laat. De cliënt telt in zijn wijk op de dag van de aanvraag.
-- Afbakening, leeswijzer en rekenvoorbeeld: besluit_op_tijd.md

select
  -- sleutels
  toewijzing.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  toewijzing.client_id,

  -- kenmerken
  client.geboortejaar,
  toewijzing.wet,

  -- datums
  toewijzing.datum_aanvraag as datum,

  -- maten
  coalesce(toewijzing.datum_besluit - toewijzing.datum_aanvraag <= 56, false)::integer as teller
from kern.toewijzing
join kern.client using (gemeente_code, client_id)
join kern.dataeinde on dataeinde.gemeente_code = toewijzing.gemeente_code
  and dataeinde.tabel = 'toewijzing'
  and dataeinde.bron = toewijzing.bron
join kern.verblijf on verblijf.gemeente_code = toewijzing.gemeente_code
  and verblijf.client_id = toewijzing.client_id
  and toewijzing.datum_aanvraag between verblijf.geldig_van and verblijf.geldig_tot
where toewijzing.datum_aanvraag + 56 <= dataeinde.data_tot
