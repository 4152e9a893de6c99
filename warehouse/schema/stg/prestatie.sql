-- Eén rij per wet, aanbieder_id, referentie van een gemeente en bron: de nieuwste aanlevering (geleverde en gedeclareerde hulp per maand (iWmo/iJw 323)).
create table if not exists stg.prestatie (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  wet varchar not null,
  aanbieder_id varchar not null,
  referentie varchar not null,
  client_id varchar not null,
  toewijzingnummer varchar,
  productcategorie varchar not null,
  productcode varchar,
  periode_begin date not null,
  periode_eind date not null,
  volume integer not null,
  eenheid varchar not null,
  bedrag_cent bigint not null,
  datum_ingediend date not null,
  status varchar not null
)
