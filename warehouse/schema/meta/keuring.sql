-- Eén rij per keuring van het magazijn: hoeveel rijen niet kloppen.
create table if not exists meta.keuring (
  -- sleutels
  check_id varchar not null,

  -- kenmerken
  uitleg varchar not null,

  -- datums
  gekeurd_op timestamp not null,

  -- maten
  bevindingen integer not null
)
