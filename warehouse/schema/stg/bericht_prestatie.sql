-- Eén rij per prestatie in een 323; een creditregel is negatief.
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_prestatie (
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
  aanbieder_id varchar,
  declaratienummer varchar,
  referentie varchar,
  vorige_referentie varchar,
  client_id varchar,
  toewijzingnummer varchar,
  productcategorie varchar,
  productcode varchar,
  periode_begin varchar,
  periode_eind varchar,
  volume bigint,
  eenheid varchar,
  bedrag_cent bigint,
  datum_ingediend varchar
)
