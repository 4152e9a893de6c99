-- Eén rij per casus: van de start tot het einde, of nog open op de laatste dag van de registratie.
-- Afbakening, leeswijzer en rekenvoorbeeld: doorlooptijd.md

select
  -- sleutels
  casus.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  casus.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(aanmelding.wet, 'onbekend') as wet,
  coalesce(aanmelding.vraagtype, 'onbekend') as vraagtype,
  case
    when aanmelding.meervoudig is null then 'onbekend'
    when aanmelding.meervoudig then 'ja'
    else 'nee'
  end as meervoudig,
  case
    when casus.datum_einde is null or casus.datum_einde > dataeinde.data_tot then null
    when casus.reden_einde in ('verhuisd', 'overleden') then 'concurrent'
    else 'einde'
  end as uitkomst,

  -- datums
  casus.datum_start as start,
  case when casus.datum_einde <= dataeinde.data_tot then casus.datum_einde end as einde,
  dataeinde.data_tot as gevolgd_tot
from kern.casus
join kern.client using (gemeente_code, client_id)
join kern.dataeinde on dataeinde.gemeente_code = casus.gemeente_code
  and dataeinde.tabel = 'casus'
  and dataeinde.bron = casus.bron
join kern.verblijf on verblijf.gemeente_code = casus.gemeente_code
  and verblijf.client_id = casus.client_id
  and casus.datum_start between verblijf.geldig_van and verblijf.geldig_tot
left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
  and aanmelding.aanmelding_id = casus.aanmelding_id
where casus.datum_start <= dataeinde.data_tot
