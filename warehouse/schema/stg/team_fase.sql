-- Eén rij per team_id, geldig_van van een gemeente en bron: de nieuwste aanlevering (model A, B of C per team in de tijd).
create table if not exists stg.team_fase (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  team_id varchar not null,
  fase varchar not null,
  geldig_van date not null
)
