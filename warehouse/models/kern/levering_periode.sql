-- Eén rij per aaneengesloten periode van hulp binnen een toewijzing.
-- R4: een tijdelijke stop beëindigt een periode niet; hervat de hulp niet, dan loopt hij nog.
with stuk as (
  select
    *,
    coalesce(lag(reden_einde) over toewijzing, '') = 'tijdelijk' as vervolg
  from kern.levering
  window toewijzing as (
    partition by gemeente_code, wet, toewijzingnummer
    order by begindatum
  )
),
genummerd as (
  select
    *,
    sum(case when vervolg then 0 else 1 end) over (
      partition by gemeente_code, wet, toewijzingnummer
      order by begindatum
    ) as periode_nummer,
    case when reden_einde = 'tijdelijk' then null else einddatum end as geldige_einddatum
  from stuk
)

select
  gemeente_code,
  last(bron order by begindatum) as bron,
  wet,
  toewijzingnummer,
  any_value(client_id) as client_id,
  any_value(productcategorie) as productcategorie,
  min(begindatum) as begindatum,
  last(geldige_einddatum order by begindatum) as einddatum,
  last(reden_einde order by begindatum) as reden_einde
from genummerd
group by gemeente_code, wet, toewijzingnummer, periode_nummer
