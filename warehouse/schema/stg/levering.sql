-- Eén rij per wet, toewijzingnummer, begindatum van een gemeente en bron: de nieuwste aanlevering (start en stop van toegewezen hulp (iWmo/iJw 305 en 307)).
create table if not exists stg.levering (
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
  begindatum date not null,
  einddatum date,
  reden_einde varchar
)
