-- Eén rij per indicator, gebied_code, jaar van een gemeente en bron: de nieuwste aanlevering (doelen die de raad stelde).
create table if not exists stg.streefwaarde (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  indicator varchar not null,
  gebied_code varchar not null,
  jaar integer not null,
  waarde double not null
)
