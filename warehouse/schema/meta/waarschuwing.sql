-- Eén rij per waarschuwing bij een levering: de rij is geladen, de leverancier moet iets nagaan.
create table if not exists meta.waarschuwing (
  -- sleutels
  levering_id varchar not null,
  bestand varchar not null,
  regel integer,

  -- kenmerken
  code varchar not null,
  reden varchar not null
)
