-- Eén rij per antwoord (325) en per regel daarin; referentie is leeg voor het antwoord zelf.
-- oordeel: goed, afgekeurd of niet_beoordeeld. declaratie_identificatie noemt de 323.
-- Datums zijn tekst (jjjj-mm-dd): de lezer keurde ze al.
create table if not exists stg.bericht_antwoord (
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
  declaratie_identificatie varchar,
  declaratienummer varchar,
  referentie varchar,
  oordeel varchar
)
