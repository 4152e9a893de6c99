-- Eén rij per aaneengesloten periode van hulp van een cliënt, per wet en productcategorie.
-- Begint de volgende hulp uiterlijk de dag na de vorige, dan loopt de periode door.
-- Afbakening, leeswijzer en rekenvoorbeeld: doorlooptijd_zorg.md
with hulp as (
  select
    gemeente_code,
    client_id,
    wet,
    productcategorie,
    begindatum,
    coalesce(einddatum, date '9999-12-31') as tot,
    reden_einde
  from kern.levering_periode
),
met_vorige as (
  select
    *,
    max(tot) over (
      partition by gemeente_code, client_id, wet, productcategorie
      order by begindatum, tot
      rows between unbounded preceding and 1 preceding
    ) as vorige_tot
  from hulp
),
genummerd as (
  select
    *,
    count_if(vorige_tot is null or begindatum > vorige_tot + 1) over (
      partition by gemeente_code, client_id, wet, productcategorie
      order by begindatum, tot
      rows between unbounded preceding and current row
    ) as nummer
  from met_vorige
),
periode as (
  select
    gemeente_code,
    client_id,
    wet,
    productcategorie,
    min(begindatum) as start,
    max(tot) as tot,
    max(case when reden_einde in ('overlijden', 'verhuizing') then tot end) as weg_op
  from genummerd
  group by gemeente_code, client_id, wet, productcategorie, nummer
)

select
  -- sleutels
  periode.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  periode.client_id,

  -- kenmerken
  client.geboortejaar,
  periode.wet,
  periode.wet || '-' || periode.productcategorie as productcategorie,
  case
    when periode.tot > dataeinde.data_tot then null
    when periode.weg_op = periode.tot then 'concurrent'
    else 'einde'
  end as uitkomst,

  -- datums
  periode.start,
  case when periode.tot <= dataeinde.data_tot then periode.tot end as einde,
  dataeinde.data_tot as gevolgd_tot
from periode
join kern.client using (gemeente_code, client_id)
join kern.dataeinde on dataeinde.gemeente_code = periode.gemeente_code
  and dataeinde.tabel = 'levering'
join kern.verblijf on verblijf.gemeente_code = periode.gemeente_code
  and verblijf.client_id = periode.client_id
  and periode.start between verblijf.geldig_van and verblijf.geldig_tot
where periode.start <= dataeinde.data_tot
