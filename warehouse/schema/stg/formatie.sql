-- Eén rij per team_id, organisatie, discipline, geldig_van van een gemeente en bron: de nieuwste aanlevering (personele bezetting per team).
create table if not exists stg.formatie (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  team_id varchar not null,
  organisatie varchar not null,
  discipline varchar not null,
  fte decimal(9, 3) not null,
  medewerkers integer,
  geldig_van date not null,
  geldig_tot date
)
