-- Eén rij per cliënt in een 301, 305 of 307.
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_client (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op varchar not null,
  bestand varchar not null,
  bronregel integer not null,
  identificatie varchar not null,

  -- inhoud
  wet varchar,
  client_id varchar,
  geboortejaar bigint,
  geslacht varchar
)
