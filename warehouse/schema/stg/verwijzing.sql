-- Eén rij per verwijzing_id van een gemeente en bron: de nieuwste aanlevering (verwijzingen naar andere hulp).
create table if not exists stg.verwijzing (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  verwijzing_id varchar not null,
  client_id varchar not null,
  casus_id varchar,
  datum date not null,
  verwijzer varchar not null,
  naar_lijn varchar not null,
  wet varchar not null,
  bestemming varchar not null,
  productcategorie varchar,
  crisis boolean
)
