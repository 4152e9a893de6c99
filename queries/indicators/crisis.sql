-- Eén rij per crisis van een cliënt: daarna telt hij pas na 30 dagen weer.
-- Op één dag gaat een aanmelding voor een verwijzing, en die voor een toewijzing.
-- Wie geen cliënt is, telt niet mee: van hem is niet te zeggen of het dezelfde persoon is.
-- Afbakening, leeswijzer en rekenvoorbeeld: crisis.md
with melding as (
  select
    gemeente_code, client_id, datum_aanmelding as datum, 1 as rang, aanmelding_id as sleutel,
    coalesce(wet, 'onbekend') as wet
  from kern.aanmelding
  where crisis
  union all
  select gemeente_code, client_id, datum, 2 as rang, verwijzing_id as sleutel, wet
  from kern.verwijzing
  where crisis
  union all
  select
    gemeente_code, client_id, ingangsdatum as datum, 3 as rang, toewijzingnummer as sleutel, wet
  from kern.toewijzing
  where (wet = 'jeugdwet' and productcategorie = '46')
    or (wet = 'wmo' and productcategorie = '17')
),
per_client as (
  select
    gemeente_code,
    client_id,
    list([{datum: datum, wet: wet}] order by datum, rang, sleutel) as meldingen
  from melding
  group by gemeente_code, client_id
),
geteld as (
  select
    gemeente_code,
    client_id,
    unnest(list_reduce(
      meldingen,
      lambda eerder, nieuw:
        case
          when nieuw[1].datum - eerder[-1].datum >= 30 then list_concat(eerder, nieuw)
          else eerder
        end
    )) as crisis
  from per_client
)

select
  -- sleutels
  geteld.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  geteld.client_id,

  -- kenmerken
  client.geboortejaar,
  geteld.crisis.wet as wet,

  -- datums
  geteld.crisis.datum as datum,

  -- maten
  1::integer as aantal
from geteld
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = geteld.gemeente_code
  and verblijf.client_id = geteld.client_id
  and geteld.crisis.datum between verblijf.geldig_van and verblijf.geldig_tot
