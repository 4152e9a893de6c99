-- Eén rij per contact_id van een gemeente en bron: de nieuwste aanlevering (individuele en groepscontacten van het team).
create table if not exists stg.contactmoment (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  contact_id varchar not null,
  casus_id varchar,
  team_id varchar not null,
  datum date not null,
  soort varchar not null,
  discipline varchar,
  minuten integer not null,
  deelnemers integer
)
