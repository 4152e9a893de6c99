-- Eén rij per openbaar cijfer van een ander.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  extern_cijfer.gemeente_code,
  extern_cijfer.cijfer_bron,
  extern_cijfer.indicator,
  extern_cijfer.gebied_code,
  extern_cijfer.periode_van,
  extern_cijfer.periode_tot,
  extern_cijfer.waarde,
  extern_cijfer.ondergrens,
  extern_cijfer.bovengrens,
  extern_cijfer.eenheid,
  extern_cijfer.voorlopig
from stg.extern_cijfer
qualify row_number() over (
  partition by extern_cijfer.gemeente_code, extern_cijfer.cijfer_bron, extern_cijfer.indicator, extern_cijfer.gebied_code, extern_cijfer.periode_van
  order by extern_cijfer.aangemaakt_op desc, extern_cijfer.levering_id desc
) = 1
