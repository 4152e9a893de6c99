-- Eén rij per wet, toewijzingnummer en begindatum: start en stop zoals ze nu gelden.
-- R5: status 3 trekt een eerdere start of stop in, 2 vervangt hem. R4: reden 20 is tijdelijk; een
-- latere definitieve stop van dezelfde start gaat voor.
with laatste as (
  select *
  from stg.bericht_levering
  qualify row_number() over (
    partition by gemeente_code, wet, toewijzingnummer, begindatum, soort, reden_einde = 'tijdelijk'
    order by aangemaakt_op desc, identificatie desc, bronregel desc
  ) = 1
),
ingetrokken as (
  select gemeente_code, wet, toewijzingnummer, begindatum
  from laatste
  where soort = 'start'
    and status_aanlevering = '3'
),
stops as (
  select *
  from laatste
  where soort = 'stop'
    and status_aanlevering <> '3'
  qualify row_number() over (
    partition by gemeente_code, wet, toewijzingnummer, begindatum
    order by reden_einde = 'tijdelijk', aangemaakt_op desc
  ) = 1
),
starts as (
  select *
  from laatste
  where status_aanlevering <> '3'
  qualify row_number() over (
    partition by gemeente_code, wet, toewijzingnummer, begindatum
    order by soort, aangemaakt_op desc
  ) = 1
)

select
  -- herkomst
  starts.gemeente_code,
  starts.bron,
  coalesce(stops.levering_id, starts.levering_id) as levering_id,
  greatest(stops.aangemaakt_op, starts.aangemaakt_op)::timestamp as aangemaakt_op,
  starts.bestand,
  starts.bronregel,

  -- inhoud
  starts.wet,
  starts.toewijzingnummer,
  starts.begindatum::date as begindatum,
  stops.einddatum::date as einddatum,
  stops.reden_einde
from starts
left join stops using (gemeente_code, wet, toewijzingnummer, begindatum)
anti join ingetrokken using (gemeente_code, wet, toewijzingnummer, begindatum)
