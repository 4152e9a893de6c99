-- Eén rij per gebied_code, jaar van een gemeente en bron: de nieuwste aanlevering (gebieden (CBS gemeente, wijk, buurt), per jaar).
create table if not exists stg.gebied (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  gebied_code varchar not null,
  jaar integer not null,
  niveau varchar not null,
  naam varchar not null,
  ouder_code varchar
)
