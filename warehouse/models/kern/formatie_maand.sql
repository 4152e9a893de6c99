-- Eén rij per team en maand met formatie: fte-dagen in duizendsten.
select
  formatie.gemeente_code,
  formatie.team_id,
  maand.maand,
  sum(
    round(formatie.fte * 1000)::bigint
    * (
      least(coalesce(formatie.geldig_tot, maand.tot), maand.tot)
      - greatest(formatie.geldig_van, maand.van) + 1
    )
  )::bigint as fte_dagen_milli,
  min(eerste.dag) as eerste_dag
from kern.formatie
join ref.maand on maand.van <= coalesce(formatie.geldig_tot, maand.tot)
  and maand.tot >= formatie.geldig_van
join (
  select gemeente_code, team_id, min(geldig_van) as dag
  from kern.formatie
  group by gemeente_code, team_id
) as eerste using (gemeente_code, team_id)
group by formatie.gemeente_code, formatie.team_id, maand.maand
