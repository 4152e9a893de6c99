-- Eén rij per aanmelding bij een team, vanaf de eerste dag met formatie. Ook zonder cliënt.
-- Afbakening, leeswijzer en rekenvoorbeeld: instroom_per_fte.md

select
  -- sleutels
  aanmelding.gemeente_code,
  null::varchar as wijk_code,
  aanmelding.team_id,
  aanmelding.client_id,
  aanmelding.aanmelding_id as telling_id,

  -- kenmerken
  client.geboortejaar,

  -- datums
  formatie_maand.maand,

  -- maten
  1::integer as aantal
from kern.aanmelding
left join kern.client using (gemeente_code, client_id)
join kern.formatie_maand on formatie_maand.gemeente_code = aanmelding.gemeente_code
  and formatie_maand.team_id = aanmelding.team_id
  and formatie_maand.maand = date_trunc('month', aanmelding.datum_aanmelding)::date
where aanmelding.datum_aanmelding >= formatie_maand.eerste_dag
  and formatie_maand.fte_dagen_milli > 0
