-- Eén rij per client_id, instrument, moment, datum, domein van een gemeente en bron: de nieuwste aanlevering (scores op de Zelfredzaamheid-Matrix en de Participatieladder).
create table if not exists stg.meting (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  client_id varchar not null,
  casus_id varchar,
  instrument varchar not null,
  versie varchar not null,
  moment varchar not null,
  datum date not null,
  domein varchar not null,
  score integer not null
)
