-- Eén rij per afgesloten casus: tot de eerste nieuwe aanmelding, hooguit 365 dagen.
-- Wie verhuisde of overleed, telt niet mee. Een aanmelding op de dag zelf is geen terugkeer.
-- Afbakening, leeswijzer en rekenvoorbeeld: terugkeer.md
with afgesloten as (
  select
    casus.*,
    least(volgeinde.data_tot, casus.datum_einde + 365) as laatste_dag
  from kern.casus
  join kern.volgeinde on volgeinde.gemeente_code = casus.gemeente_code
    and volgeinde.tabel = 'aanmelding'
    and volgeinde.bron = casus.bron
  where casus.datum_einde <= volgeinde.data_tot
    and coalesce(casus.reden_einde, '') not in ('verhuisd', 'overleden')
)

select
  -- sleutels
  afgesloten.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  afgesloten.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(vraag.vraagtype, 'onbekend') as vraagtype,
  case when nieuw.datum_aanmelding <= afgesloten.laatste_dag then 'einde' end as uitkomst,

  -- datums
  afgesloten.datum_einde as start,
  case when nieuw.datum_aanmelding <= afgesloten.laatste_dag then nieuw.datum_aanmelding end
    as einde,
  afgesloten.laatste_dag as gevolgd_tot
from afgesloten
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = afgesloten.gemeente_code
  and verblijf.client_id = afgesloten.client_id
  and afgesloten.datum_einde between verblijf.geldig_van and verblijf.geldig_tot
left join kern.aanmelding as vraag on vraag.gemeente_code = afgesloten.gemeente_code
  and vraag.aanmelding_id = afgesloten.aanmelding_id
asof left join kern.aanmelding as nieuw on nieuw.gemeente_code = afgesloten.gemeente_code
  and nieuw.client_id = afgesloten.client_id
  and afgesloten.datum_einde < nieuw.datum_aanmelding
