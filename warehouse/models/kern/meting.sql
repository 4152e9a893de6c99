-- Eén rij per score op een meetinstrument.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  meting.gemeente_code,
  meting.bron,
  meting.client_id,
  meting.casus_id,
  meting.instrument,
  meting.versie,
  meting.moment,
  meting.datum,
  meting.domein,
  meting.score
from stg.meting
semi join kern.client on client.gemeente_code = meting.gemeente_code
  and client.client_id = meting.client_id
left join kern.casus on casus.gemeente_code = meting.gemeente_code
  and casus.casus_id = meting.casus_id
where (meting.casus_id is null or casus.casus_id is not null)
qualify row_number() over (
  partition by meting.gemeente_code, meting.client_id, meting.instrument, meting.moment, meting.datum, meting.domein
  order by meting.aangemaakt_op desc, meting.levering_id desc
) = 1
