-- Eén rij per tabel van een aanvulling: hoeveel dagen na een gebeurtenis zij is geleverd.
create table if not exists meta.vertraging (
  -- sleutels
  levering_id varchar not null,
  tabel varchar not null,

  -- kenmerken
  kolom varchar not null,

  -- maten
  rijen integer not null,
  mediaan_dagen integer not null,
  p90_dagen integer not null
)
