-- Eén rij per team, organisatie, discipline en begindatum.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  formatie.gemeente_code,
  formatie.team_id,
  formatie.organisatie,
  formatie.discipline,
  formatie.fte,
  formatie.medewerkers,
  formatie.geldig_van,
  formatie.geldig_tot
from stg.formatie
semi join kern.team on team.gemeente_code = formatie.gemeente_code
  and team.team_id = formatie.team_id
qualify row_number() over (
  partition by formatie.gemeente_code, formatie.team_id, formatie.organisatie, formatie.discipline, formatie.geldig_van
  order by formatie.aangemaakt_op desc, formatie.levering_id desc
) = 1
