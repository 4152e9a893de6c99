-- Eén rij per casus en maand: de dagen waarop de casus open was bij een team met formatie.
-- Telt vanaf de eerste dag met formatie tot de laatste dag van zijn bron.
-- Afbakening, leeswijzer en rekenvoorbeeld: caseload.md
with open_maand as (
  select
    casus.gemeente_code,
    casus.team_id,
    casus.client_id,
    casus.casus_id,
    formatie_maand.maand,
    greatest(casus.datum_start, formatie_maand.maand, formatie_maand.eerste_dag) as van,
    least(casus.datum_einde, last_day(formatie_maand.maand), dataeinde.data_tot) as tot
  from kern.casus
  join kern.dataeinde on dataeinde.gemeente_code = casus.gemeente_code
    and dataeinde.tabel = 'casus'
    and dataeinde.bron = casus.bron
  join kern.formatie_maand on formatie_maand.gemeente_code = casus.gemeente_code
    and formatie_maand.team_id = casus.team_id
  where formatie_maand.fte_dagen_milli > 0
)

select
  -- sleutels
  open_maand.gemeente_code,
  null::varchar as wijk_code,
  open_maand.team_id,
  open_maand.client_id,
  open_maand.casus_id as telling_id,

  -- kenmerken
  client.geboortejaar,

  -- datums
  open_maand.maand,

  -- maten
  (open_maand.tot - open_maand.van + 1)::integer as open_dagen
from open_maand
join kern.client using (gemeente_code, client_id)
where open_maand.van <= open_maand.tot
