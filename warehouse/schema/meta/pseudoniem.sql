-- Eén rij per geladen levering met cliënten: vorm van de pseudoniemen, en hoeveel bekend waren.
create table if not exists meta.pseudoniem (
  -- sleutels
  levering_id varchar not null,

  -- kenmerken
  lengte integer not null,
  alfabet varchar not null,

  -- maten
  clienten integer not null,
  bekend integer not null,
  vorige integer not null
)
