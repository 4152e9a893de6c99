-- Eén rij per gemeente_code, boekjaar, versie, regel van een gemeente en bron: de nieuwste aanlevering (begrotingsregels, per vastgestelde versie).
create table if not exists stg.begroting (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  boekjaar integer not null,
  versie integer not null,
  datum_vaststelling date not null,
  regel varchar not null,
  omschrijving varchar not null,
  kant varchar not null,
  taakveld varchar,
  wet varchar,
  productcategorie varchar,
  team_id varchar,
  gebied_code varchar,
  bedrag_cent bigint not null
)
