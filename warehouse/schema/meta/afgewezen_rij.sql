-- Eén rij per reden waarom een rij van een levering is afgewezen. Nooit de waarde zelf.
create table if not exists meta.afgewezen_rij (
  -- sleutels
  levering_id varchar not null,
  bestand varchar not null,
  regel integer not null,

  -- kenmerken
  kolom varchar,
  code varchar not null,
  reden varchar not null
)
