-- Eén rij per aanmelding: tot het eerste contact, tot het afsluiten zonder contact, of nog open.
-- Zonder cliënt telt een aanmelding mee bij het team en de gemeente, niet bij een wijk.
-- Afbakening, leeswijzer en rekenvoorbeeld: wachttijd.md
with afloop as (
  select
    aanmelding.*,
    dataeinde.data_tot,
    case
      when aanmelding.datum_eerste_contact <= dataeinde.data_tot then 'einde'
      when aanmelding.datum_eerste_contact is null
        and aanmelding.datum_afgesloten <= dataeinde.data_tot then 'concurrent'
    end as einde_soort
  from kern.aanmelding
  join kern.dataeinde on dataeinde.gemeente_code = aanmelding.gemeente_code
    and dataeinde.tabel = 'aanmelding'
    and dataeinde.bron = aanmelding.bron
  where aanmelding.datum_aanmelding <= dataeinde.data_tot
)

select
  -- sleutels
  afloop.gemeente_code,
  verblijf.wijk_code,
  case when afloop.client_id is null then afloop.team_id else verblijf.team_id end as team_id,
  afloop.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(afloop.wet, 'onbekend') as wet,
  afloop.vraagtype,
  afloop.einde_soort as uitkomst,

  -- datums
  afloop.datum_aanmelding as start,
  case afloop.einde_soort
    when 'einde' then afloop.datum_eerste_contact
    when 'concurrent' then afloop.datum_afgesloten
  end as einde,
  afloop.data_tot as gevolgd_tot
from afloop
left join kern.client using (gemeente_code, client_id)
left join kern.verblijf on verblijf.gemeente_code = afloop.gemeente_code
  and verblijf.client_id = afloop.client_id
  and afloop.datum_aanmelding between verblijf.geldig_van and verblijf.geldig_tot
