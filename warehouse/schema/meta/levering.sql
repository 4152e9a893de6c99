-- Eén rij per levering die is aangeboden: geladen of geweigerd, met de telling van haar rijen.
create table if not exists meta.levering (
  -- sleutels
  levering_id varchar not null,
  sha256 varchar not null,

  -- kenmerken
  gemeente_code varchar,
  bron varchar,
  soort varchar,
  bestandsnaam varchar not null,
  status varchar not null,
  synthetisch boolean not null,

  -- datums
  aangemaakt_op timestamp,
  periode_van date,
  periode_tot date,
  geladen_op timestamp not null,

  -- maten
  gelezen integer not null,
  geladen integer not null,
  afgewezen integer not null
)
