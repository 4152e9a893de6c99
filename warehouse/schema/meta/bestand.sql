-- Eén rij per bestand en tabel van een levering: gelezen = geladen + afgewezen + dubbel + verouderd.
create table if not exists meta.bestand (
  -- sleutels
  levering_id varchar not null,
  naam varchar not null,

  -- kenmerken
  tabel varchar,
  sha256 varchar not null,

  -- maten
  gelezen integer not null,
  geladen integer not null,
  afgewezen integer not null,
  dubbel integer not null,
  verouderd integer not null
)
