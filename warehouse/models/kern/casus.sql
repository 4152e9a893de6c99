-- Eén rij per traject van een team met een cliënt.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  casus.gemeente_code,
  casus.bron,
  casus.casus_id,
  casus.client_id,
  casus.team_id,
  casus.aanmelding_id,
  casus.datum_start,
  casus.datum_einde,
  casus.reden_einde,
  casus.uitkomst_lijn,
  casus.voorziening
from stg.casus
semi join kern.client on client.gemeente_code = casus.gemeente_code
  and client.client_id = casus.client_id
semi join kern.team on team.gemeente_code = casus.gemeente_code
  and team.team_id = casus.team_id
left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
  and aanmelding.aanmelding_id = casus.aanmelding_id
where (casus.aanmelding_id is null or aanmelding.aanmelding_id is not null)
qualify row_number() over (
  partition by casus.gemeente_code, casus.casus_id
  order by casus.aangemaakt_op desc, casus.levering_id desc
) = 1
