-- Eén rij per kolom waarin de poort gegevens vond die een persoon aanwijzen. Nooit de waarde zelf.
create table if not exists meta.poortbevinding (
  -- sleutels
  levering_id varchar not null,
  bestand varchar not null,
  kolom varchar not null,
  soort varchar not null,

  -- kenmerken
  oordeel varchar not null,
  patroon varchar not null,
  regels varchar not null,

  -- maten
  aantal integer not null
)
