-- Eén rij per team_id van een gemeente en bron: de nieuwste aanlevering (sociale wijkteams).
create table if not exists stg.team (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  team_id varchar not null,
  naam varchar not null,
  locatie varchar,
  startdatum date not null,
  einddatum date
)
