-- Eén rij per cliënt uit de berichten: wat het nieuwste bericht over hem zegt.
select
  -- herkomst
  gemeente_code,
  bron,
  levering_id,
  aangemaakt_op::timestamp as aangemaakt_op,
  bestand,
  bronregel,

  -- inhoud
  client_id,
  geboortejaar::integer as geboortejaar,
  geslacht,
  null::varchar as huishouden_id
from stg.bericht_client
qualify row_number() over (
  partition by gemeente_code, client_id
  order by geboortejaar is null, aangemaakt_op desc, lpad(identificatie, 40, '0') desc,
    identificatie desc, levering_id desc, bestand desc, bronregel desc
) = 1
