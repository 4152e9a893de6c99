-- Eén rij per aanmelding: elke aanmelding telt in de noemer en, bij haar kenmerk, in de teller.
-- Zonder cliënt telt een aanmelding mee bij het team en de gemeente, niet bij een wijk.
-- Afbakening, leeswijzer en rekenvoorbeeld: type_vragen.md

select
  -- sleutels
  aanmelding.gemeente_code,
  verblijf.wijk_code,
  case when aanmelding.client_id is null then aanmelding.team_id else verblijf.team_id end
    as team_id,
  aanmelding.client_id,

  -- kenmerken
  client.geboortejaar,
  aanmelding.vraagtype,
  coalesce(aanmelding.toegangspoort, 'onbekend') as toegangspoort,
  case
    when aanmelding.meervoudig is null then 'onbekend'
    when aanmelding.meervoudig then 'ja'
    else 'nee'
  end as meervoudig,

  -- datums
  aanmelding.datum_aanmelding as datum,

  -- maten
  1::integer as teller
from kern.aanmelding
left join kern.client using (gemeente_code, client_id)
left join kern.verblijf on verblijf.gemeente_code = aanmelding.gemeente_code
  and verblijf.client_id = aanmelding.client_id
  and aanmelding.datum_aanmelding between verblijf.geldig_van and verblijf.geldig_tot
