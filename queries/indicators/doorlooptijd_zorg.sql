-- Eén rij per aaneengesloten periode van hulp van een cliënt, per wet en productcategorie.
-- Begint de volgende hulp uiterlijk de dag na de vorige, dan loopt de periode door.
-- Elk deel volgen we tot het einde van zijn bron; samen zijn ze gezien tot de laatste van die dagen.
-- Afbakening, leeswijzer en rekenvoorbeeld: doorlooptijd_zorg.md
with hulp as (
  select
    periode.gemeente_code,
    periode.client_id,
    periode.wet,
    periode.productcategorie,
    periode.begindatum,
    coalesce(periode.einddatum, date '9999-12-31') as tot,
    periode.reden_einde,
    dataeinde.data_tot
  from kern.levering_periode as periode
  join kern.dataeinde on dataeinde.gemeente_code = periode.gemeente_code
    and dataeinde.tabel = 'levering'
    and dataeinde.bron = periode.bron
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
    max(case when reden_einde in ('overlijden', 'verhuizing') then tot end) as weg_op,
    max(least(tot, data_tot)) as gevolgd_tot
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
    when periode.tot > periode.gevolgd_tot then null
    when periode.weg_op = periode.tot then 'concurrent'
    else 'einde'
  end as uitkomst,

  -- datums
  periode.start,
  case when periode.tot = periode.gevolgd_tot then periode.tot end as einde,
  periode.gevolgd_tot
from periode
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = periode.gemeente_code
  and verblijf.client_id = periode.client_id
  and periode.start between verblijf.geldig_van and verblijf.geldig_tot
where periode.start <= periode.gevolgd_tot
