-- Eén rij per aanmelding of contact van een bekende cliënt, in zijn wijk van die dag.
-- Wie er meer heeft, telt per vak één keer: de kubus telt personen.
-- Afbakening, leeswijzer en rekenvoorbeeld: bereik.md
with bereikt as (
  select gemeente_code, client_id, toegangspoort, datum_aanmelding as datum
  from kern.aanmelding
  union all
  select
    contactmoment.gemeente_code, casus.client_id, aanmelding.toegangspoort, contactmoment.datum
  from kern.contactmoment
  join kern.casus on casus.gemeente_code = contactmoment.gemeente_code
    and casus.casus_id = contactmoment.casus_id
  left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
    and aanmelding.aanmelding_id = casus.aanmelding_id
)

select
  -- sleutels
  bereikt.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  bereikt.client_id,

  -- kenmerken
  client.geboortejaar,
  coalesce(bereikt.toegangspoort, 'onbekend') as toegangspoort,

  -- datums
  bereikt.datum,

  -- maten
  1::integer as aantal
from bereikt
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = bereikt.gemeente_code
  and verblijf.client_id = bereikt.client_id
  and bereikt.datum between verblijf.geldig_van and verblijf.geldig_tot
