-- Eén rij per datum, omschrijving van een gemeente en bron: de nieuwste aanlevering (gebeurtenissen voor op de tijdas).
create table if not exists stg.gebeurtenis (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  datum date not null,
  datum_tot date,
  gebied_code varchar,
  omschrijving varchar not null
)
