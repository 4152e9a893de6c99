-- Eén rij per vraag die bij een team binnenkwam.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  aanmelding.gemeente_code,
  aanmelding.bron,
  aanmelding.aanmelding_id,
  aanmelding.client_id,
  aanmelding.team_id,
  aanmelding.datum_aanmelding,
  aanmelding.toegangspoort,
  aanmelding.vraagtype,
  aanmelding.meervoudig,
  aanmelding.wet,
  aanmelding.crisis,
  aanmelding.datum_eerste_contact,
  aanmelding.datum_afgesloten,
  aanmelding.uitkomst
from stg.aanmelding
semi join kern.team on team.gemeente_code = aanmelding.gemeente_code
  and team.team_id = aanmelding.team_id
left join kern.client on client.gemeente_code = aanmelding.gemeente_code
  and client.client_id = aanmelding.client_id
where (aanmelding.client_id is null or client.client_id is not null)
qualify row_number() over (
  partition by aanmelding.gemeente_code, aanmelding.aanmelding_id
  order by aanmelding.aangemaakt_op desc, aanmelding.levering_id desc
) = 1
