-- Eén rij per toegewezen product in een 301: alle versies blijven staan.
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_toewijzing (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op varchar not null,
  bestand varchar not null,
  bronregel integer not null,
  identificatie varchar not null,

  -- inhoud
  wet varchar,
  toewijzingnummer varchar,
  client_id varchar,
  aanbieder_id varchar,
  referentie_aanbieder varchar,
  productcategorie varchar,
  productcode varchar,
  toewijzingsdatum varchar,
  toewijzingstijd varchar,
  ingangsdatum varchar,
  einddatum varchar,
  reden_wijziging varchar,
  volume bigint,
  eenheid varchar,
  frequentie varchar,
  budget_cent bigint
)
