-- Eén rij per retourbericht: of het bericht dat hij beantwoordt, is afgekeurd.
-- nummer en heen_identificatie noemen dat bericht; identificatie is van de retour zelf.
create table if not exists stg.bericht_retour (
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
  nummer varchar,
  heen_identificatie varchar,
  oordeel varchar
)
