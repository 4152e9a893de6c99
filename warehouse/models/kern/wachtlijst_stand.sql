-- Eén rij per peildatum, team en soort wachtlijst.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  wachtlijst_stand.gemeente_code,
  wachtlijst_stand.peildatum,
  wachtlijst_stand.team_id,
  wachtlijst_stand.soort,
  wachtlijst_stand.aantal
from stg.wachtlijst_stand
semi join kern.team on team.gemeente_code = wachtlijst_stand.gemeente_code
  and team.team_id = wachtlijst_stand.team_id
qualify row_number() over (
  partition by wachtlijst_stand.gemeente_code, wachtlijst_stand.peildatum, wachtlijst_stand.team_id, wachtlijst_stand.soort
  order by wachtlijst_stand.aangemaakt_op desc, wachtlijst_stand.levering_id desc
) = 1
