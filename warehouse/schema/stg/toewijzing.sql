-- Eén rij per wet, toewijzingnummer van een gemeente en bron: de nieuwste aanlevering (toegewezen voorzieningen (iWmo/iJw 301)).
create table if not exists stg.toewijzing (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  wet varchar not null,
  toewijzingnummer varchar not null,
  client_id varchar not null,
  aanbieder_id varchar not null,
  productcategorie varchar not null,
  productcode varchar,
  soort varchar,
  datum_aanvraag date,
  datum_besluit date,
  ingangsdatum date not null,
  einddatum date,
  volume integer,
  eenheid varchar,
  frequentie varchar,
  budget_cent bigint
)
