-- Eén rij per wet, toewijzingnummer en begindatum: start en stop zoals ze nu gelden.
-- R5: status 3 trekt een start of stop in, 2 vervangt hem. R4: een tijdelijke stop (reden 20) en
-- een definitieve kunnen naast elkaar staan; de definitieve gaat voor. 9 (ongewijzigd) telt als 1.
-- De berichten worden op volgorde van dagtekening en identificatie doorlopen, hoe ze ook aankwamen.
with gebeurtenis as (
  select
    gemeente_code,
    wet,
    toewijzingnummer,
    begindatum,
    soort,
    einddatum,
    reden_einde,
    status_aanlevering as status,
    bron,
    levering_id,
    aangemaakt_op,
    bestand,
    bronregel,
    -- lpad: een identificatie is meestal een getal, en 10 komt na 9.
    row_number() over (
      partition by gemeente_code, wet, toewijzingnummer, begindatum
      order by aangemaakt_op, lpad(identificatie, 40, '0'), identificatie, levering_id, bestand,
        bronregel
    ) as nr
  from stg.bericht_levering
  anti join stg.uit_bericht_afgekeurd as afgekeurd
    on afgekeurd.gemeente_code = bericht_levering.gemeente_code
    and afgekeurd.wet = bericht_levering.wet
    and afgekeurd.aanbieder_id = bericht_levering.aanbieder_id
    and afgekeurd.identificatie = bericht_levering.identificatie
    and afgekeurd.nummer = case bericht_levering.soort when 'start' then '305' else '307' end
),
levering as (
  select
    gemeente_code,
    wet,
    toewijzingnummer,
    begindatum,
    max(nr) as laatste_nr,
    max_by(status, nr) filter (where soort = 'start') as status_start,
    coalesce(max(nr) filter (where soort = 'start' and status = '3'), 0) as ingetrokken_nr
  from gebeurtenis
  group by gemeente_code, wet, toewijzingnummer, begindatum
),
-- De stand na elk stopbericht: het nummer van de tijdelijke en van de definitieve stop, 0 is geen.
-- Een intrekking met een andere reden dan de stop die er staat, trekt die stop toch in.
stand as (
  select
    gemeente_code,
    wet,
    toewijzingnummer,
    begindatum,
    list_reduce(
      list(
        {
          nr: nr,
          status: status,
          tijdelijk: reden_einde = 'tijdelijk',
          tijdelijk_nr: 0::bigint,
          definitief_nr: 0::bigint
        }
        order by nr
      ),
      lambda oud, stop: {
        nr: stop.nr,
        status: stop.status,
        tijdelijk: stop.tijdelijk,
        tijdelijk_nr: case
          when stop.status <> '3' and stop.tijdelijk then stop.nr
          when stop.status = '3' and (stop.tijdelijk or oud.definitief_nr = 0) then 0
          when stop.status = '2' and oud.definitief_nr = 0 then 0
          else oud.tijdelijk_nr
        end,
        definitief_nr: case
          when stop.status <> '3' and not stop.tijdelijk then stop.nr
          when stop.status = '3' and (not stop.tijdelijk or oud.tijdelijk_nr = 0) then 0
          when stop.status = '2' then 0
          else oud.definitief_nr
        end
      },
      {
        nr: 0::bigint,
        status: '',
        tijdelijk: false,
        tijdelijk_nr: 0::bigint,
        definitief_nr: 0::bigint
      }
    ) as stop
  from gebeurtenis
  join levering using (gemeente_code, wet, toewijzingnummer, begindatum)
  where soort = 'stop'
    and nr > ingetrokken_nr
  group by gemeente_code, wet, toewijzingnummer, begindatum
),
geldige_stop as (
  select
    gemeente_code,
    wet,
    toewijzingnummer,
    begindatum,
    case when stop.definitief_nr > 0 then stop.definitief_nr else stop.tijdelijk_nr end as stop_nr
  from stand
)

select
  -- herkomst: het laatste bericht over deze hulp
  levering.gemeente_code,
  laatste.bron,
  laatste.levering_id,
  laatste.aangemaakt_op::timestamp as aangemaakt_op,
  laatste.bestand,
  laatste.bronregel,

  -- inhoud
  levering.wet,
  levering.toewijzingnummer,
  levering.begindatum::date as begindatum,
  einde.einddatum::date as einddatum,
  einde.reden_einde
from levering
join gebeurtenis as laatste on laatste.gemeente_code = levering.gemeente_code
  and laatste.wet = levering.wet
  and laatste.toewijzingnummer = levering.toewijzingnummer
  and laatste.begindatum = levering.begindatum
  and laatste.nr = levering.laatste_nr
left join geldige_stop on geldige_stop.gemeente_code = levering.gemeente_code
  and geldige_stop.wet = levering.wet
  and geldige_stop.toewijzingnummer = levering.toewijzingnummer
  and geldige_stop.begindatum = levering.begindatum
left join gebeurtenis as einde on einde.gemeente_code = levering.gemeente_code
  and einde.wet = levering.wet
  and einde.toewijzingnummer = levering.toewijzingnummer
  and einde.begindatum = levering.begindatum
  and einde.nr = geldige_stop.stop_nr
-- Een stop zonder startbericht noemt zelf de begindatum.
where levering.status_start <> '3'
  or (levering.status_start is null and einde.nr is not null)
