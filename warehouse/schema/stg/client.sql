-- Eén rij per client_id van een gemeente en bron: de nieuwste aanlevering (cliënten, alleen onder pseudoniem).
create table if not exists stg.client (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  client_id varchar not null,
  geboortejaar integer,
  geslacht varchar,
  huishouden_id varchar
)
