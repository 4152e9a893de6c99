-- Eén rij per jaar, wet, gebied_code, vraag, antwoord van een gemeente en bron: de nieuwste aanlevering (cliëntervaringsonderzoek, geteld).
create table if not exists stg.tevredenheid (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  jaar integer not null,
  wet varchar not null,
  gebied_code varchar not null,
  vraag varchar not null,
  antwoord varchar not null,
  aantal integer not null
)
