-- Eén rij per contact van een team.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  contactmoment.gemeente_code,
  contactmoment.bron,
  contactmoment.contact_id,
  contactmoment.casus_id,
  contactmoment.team_id,
  contactmoment.datum,
  contactmoment.soort,
  contactmoment.discipline,
  contactmoment.minuten,
  contactmoment.deelnemers
from stg.contactmoment
semi join kern.team on team.gemeente_code = contactmoment.gemeente_code
  and team.team_id = contactmoment.team_id
left join kern.casus on casus.gemeente_code = contactmoment.gemeente_code
  and casus.casus_id = contactmoment.casus_id
where (contactmoment.casus_id is null or casus.casus_id is not null)
qualify row_number() over (
  partition by contactmoment.gemeente_code, contactmoment.contact_id
  order by contactmoment.aangemaakt_op desc, contactmoment.levering_id desc
) = 1
