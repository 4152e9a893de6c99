-- Eén rij per bron, indicator, gebied_code, periode_van van een gemeente en bron: de nieuwste aanlevering (openbare cijfers van anderen, zoals GGD-monitor en CBS, per gebied en periode).
create table if not exists stg.extern_cijfer (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  cijfer_bron varchar not null,
  indicator varchar not null,
  gebied_code varchar not null,
  periode_van date not null,
  periode_tot date not null,
  waarde double not null,
  ondergrens double,
  bovengrens double,
  eenheid varchar not null,
  voorlopig boolean
)
