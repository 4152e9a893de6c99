-- Eén rij per aangeleverde nulmeting per indicator en gebied.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
select
  nulmeting.gemeente_code,
  nulmeting.indicator,
  nulmeting.gebied_code,
  nulmeting.periode_van,
  nulmeting.periode_tot,
  nulmeting.waarde,
  nulmeting.teller,
  nulmeting.noemer,
  nulmeting.cijfer_bron
from stg.nulmeting
qualify row_number() over (
  partition by nulmeting.gemeente_code, nulmeting.indicator, nulmeting.gebied_code
  order by nulmeting.aangemaakt_op desc, nulmeting.levering_id desc
) = 1
