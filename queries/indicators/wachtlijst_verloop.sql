-- Eén rij per keer dat iemand op de wachtlijst komt (in) of eraf gaat (uit).
-- Zonder cliënt telt een aanmelding mee bij het team en de gemeente, niet bij een wijk.
-- Afbakening, leeswijzer en rekenvoorbeeld: wachtlijst_verloop.md
with beweging as (
  select
    gemeente_code,
    client_id,
    team_id,
    'in' as stroom,
    coalesce(wet, 'onbekend') as wet,
    datum_aanmelding as datum
  from kern.aanmelding
  union all
  select
    gemeente_code,
    client_id,
    team_id,
    'uit' as stroom,
    coalesce(wet, 'onbekend') as wet,
    least(datum_eerste_contact, datum_afgesloten) as datum
  from kern.aanmelding
  where datum_eerste_contact is not null
    or datum_afgesloten is not null
)

select
  -- sleutels
  beweging.gemeente_code,
  verblijf.wijk_code,
  case when beweging.client_id is null then beweging.team_id else verblijf.team_id end as team_id,
  beweging.client_id,

  -- kenmerken
  client.geboortejaar,
  beweging.stroom,
  beweging.wet,

  -- datums
  beweging.datum,

  -- maten
  1::integer as aantal
from beweging
left join kern.client using (gemeente_code, client_id)
left join kern.verblijf on verblijf.gemeente_code = beweging.gemeente_code
  and verblijf.client_id = beweging.client_id
  and beweging.datum between verblijf.geldig_van and verblijf.geldig_tot
