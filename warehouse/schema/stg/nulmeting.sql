-- Eén rij per indicator, gebied_code van een gemeente en bron: de nieuwste aanlevering (nulmetingen die voor de registratie zijn vastgesteld).
create table if not exists stg.nulmeting (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  indicator varchar not null,
  gebied_code varchar not null,
  periode_van date not null,
  periode_tot date not null,
  waarde double not null,
  teller double,
  noemer double,
  cijfer_bron varchar
)
