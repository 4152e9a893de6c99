-- Eén rij per client_id, geldig_van van een gemeente en bron: de nieuwste aanlevering (waar een cliënt woont, met geldigheid).
create table if not exists stg.client_gebied (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  client_id varchar not null,
  gebied_code varchar not null,
  geldig_van date not null,
  geldig_tot date
)
