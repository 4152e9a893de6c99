-- Eén rij per afgesloten casus: tot de eerste nieuwe aanmelding, hooguit 365 dagen.
-- Wie verhuisde of overleed, telt niet mee. Een aanmelding op de dag zelf is geen terugkeer.
-- Afbakening, leeswijzer en rekenvoorbeeld: terugkeer.md
with gevolgd as (
  select gemeente_code, min(data_tot) as data_tot
  from kern.dataeinde
  where tabel in ('casus', 'aanmelding')
  group by gemeente_code
),
afgesloten as (
  select
    casus.*,
    least(gevolgd.data_tot, casus.datum_einde + 365) as laatste_dag
  from kern.casus
  join gevolgd using (gemeente_code)
  where casus.datum_einde <= gevolgd.data_tot
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
