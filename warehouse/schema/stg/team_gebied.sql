-- Eén rij per team_id, gebied_code, geldig_van van een gemeente en bron: de nieuwste aanlevering (welke wijken bij welk team horen, met geldigheid).
create table if not exists stg.team_gebied (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  team_id varchar not null,
  gebied_code varchar not null,
  geldig_van date not null,
  geldig_tot date
)
