-- Eén rij per casus_id van een gemeente en bron: de nieuwste aanlevering (trajecten van het wijkteam met een cliënt).
create table if not exists stg.casus (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  casus_id varchar not null,
  client_id varchar not null,
  team_id varchar not null,
  aanmelding_id varchar,
  datum_start date not null,
  datum_einde date,
  reden_einde varchar,
  uitkomst_lijn varchar,
  voorziening varchar
)
