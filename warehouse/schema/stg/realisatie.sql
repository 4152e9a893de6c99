-- Eén rij per gemeente_code, boeking_id van een gemeente en bron: de nieuwste aanlevering (geboekte lasten en baten).
create table if not exists stg.realisatie (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  boeking_id varchar not null,
  boekjaar integer not null,
  maand integer not null,
  regel varchar not null,
  kant varchar not null,
  bedrag_cent bigint not null
)
