-- Eén rij per toewijzing: van de aanvraag (anders het besluit) tot de eerste dag van de hulp.
-- Hulp van voor de aanvraag wacht nul dagen; wie stopt voor de start, volgen we tot die dag.
-- Afbakening, leeswijzer en rekenvoorbeeld: wachttijd_hulp.md
with eerste_hulp as (
  select
    gemeente_code,
    wet,
    toewijzingnummer,
    min(begindatum) as begindatum
  from kern.levering
  group by gemeente_code, wet, toewijzingnummer
),
wacht as (
  select
    toewijzing.*,
    coalesce(toewijzing.datum_aanvraag, toewijzing.datum_besluit) as start,
    eerste_hulp.begindatum,
    least(toewijzing.einddatum, volgeinde.data_tot) as laatste_dag
  from kern.toewijzing
  join kern.volgeinde on volgeinde.gemeente_code = toewijzing.gemeente_code
    and volgeinde.tabel = 'levering'
    and volgeinde.bron = toewijzing.bron
  left join eerste_hulp on eerste_hulp.gemeente_code = toewijzing.gemeente_code
    and eerste_hulp.wet = toewijzing.wet
    and eerste_hulp.toewijzingnummer = toewijzing.toewijzingnummer
  where coalesce(toewijzing.datum_aanvraag, toewijzing.datum_besluit) <= volgeinde.data_tot
)

select
  -- sleutels
  wacht.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  wacht.client_id,

  -- kenmerken
  client.geboortejaar,
  wacht.wet,
  wacht.wet || '-' || wacht.productcategorie as productcategorie,
  case when wacht.begindatum <= wacht.laatste_dag then 'einde' end as uitkomst,

  -- datums
  wacht.start,
  case when wacht.begindatum <= wacht.laatste_dag then greatest(wacht.begindatum, wacht.start) end
    as einde,
  greatest(wacht.laatste_dag, wacht.start) as gevolgd_tot
from wacht
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = wacht.gemeente_code
  and verblijf.client_id = wacht.client_id
  and wacht.start between verblijf.geldig_van and verblijf.geldig_tot
