-- Eén rij per start (305) of stop (307).
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_levering (
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
  soort varchar,
  toewijzingnummer varchar,
  client_id varchar,
  begindatum varchar,
  einddatum varchar,
  reden_einde varchar,
  status_aanlevering varchar
)
