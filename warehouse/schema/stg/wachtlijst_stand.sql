-- Eén rij per peildatum, team_id, soort van een gemeente en bron: de nieuwste aanlevering (wachtlijst als kale stand, voor bronnen die alleen aantallen leveren).
create table if not exists stg.wachtlijst_stand (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  peildatum date not null,
  team_id varchar not null,
  soort varchar not null,
  aantal integer not null
)
