-- Eén rij per team, discipline en maand: de minste medewerkers op één dag dat er iemand werkt.
-- Zonder discipline: het hele team. Een regel van de formatie zonder aantal is één medewerker.
-- Een wisseling halverwege de maand telt niemand dubbel: dan gaat het om twee dagen, niet om één.
with regel as (
  select
    formatie.gemeente_code,
    formatie.team_id,
    unnest([formatie.discipline, null]) as discipline,
    maand.maand,
    greatest(formatie.geldig_van, maand.van) as van,
    least(formatie.geldig_tot, maand.tot) as tot,
    coalesce(formatie.medewerkers, 1) as medewerkers
  from kern.formatie
  join ref.maand on maand.van <= coalesce(formatie.geldig_tot, maand.van)
    and maand.tot >= formatie.geldig_van
),
wissel as (
  select gemeente_code, team_id, discipline, maand, van as dag
  from regel
  union
  select gemeente_code, team_id, discipline, maand, (tot + 1)::date as dag
  from regel
),
op_dag as (
  select
    wissel.gemeente_code,
    wissel.team_id,
    wissel.discipline,
    wissel.maand,
    wissel.dag,
    sum(regel.medewerkers) as medewerkers
  from wissel
  join regel on regel.gemeente_code = wissel.gemeente_code
    and regel.team_id = wissel.team_id
    and regel.discipline is not distinct from wissel.discipline
    and regel.maand = wissel.maand
    and wissel.dag between regel.van and regel.tot
  group by wissel.gemeente_code, wissel.team_id, wissel.discipline, wissel.maand, wissel.dag
)

select
  gemeente_code,
  team_id,
  discipline,
  maand,
  min(medewerkers)::integer as medewerkers
from op_dag
group by gemeente_code, team_id, discipline, maand
