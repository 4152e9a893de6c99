-- Eén rij per gevraagd product in een 315 of 317, en per antwoord daarop (319, zonder cliënt).
-- soort: nieuw, wijziging, ongewijzigd of antwoord; antwoord: afgewezen of in_onderzoek.
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_verzoek (
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
  nummer varchar,
  soort varchar,
  client_id varchar,
  aanbieder_id varchar,
  referentie_aanbieder varchar,
  toewijzingnummer varchar,
  productcategorie varchar,
  productcode varchar,
  ingangsdatum varchar,
  einddatum varchar,
  volume bigint,
  eenheid varchar,
  frequentie varchar,
  budget_cent bigint,
  reden varchar,
  antwoord varchar
)
