-- Eén rij per casus die is geëindigd, in de wijk waar de cliënt op de laatste dag woont.
-- Een casus zonder ingevulde voorziening blijft in de noemer; `gedekt` zegt of hij is ingevuld.
-- Afbakening, leeswijzer en rekenvoorbeeld: eigen_kracht.md

select
  -- sleutels
  casus.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  casus.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(aanmelding.vraagtype, 'onbekend') as vraagtype,

  -- datums
  casus.datum_einde as datum,

  -- maten
  coalesce(casus.voorziening in ('eigen_kracht', 'netwerk'), false)::integer as teller,
  (casus.voorziening is not null)::integer as gedekt
from kern.casus
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = casus.gemeente_code
  and verblijf.client_id = casus.client_id
  and casus.datum_einde between verblijf.geldig_van and verblijf.geldig_tot
left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
  and aanmelding.aanmelding_id = casus.aanmelding_id
