-- Eén rij per kolom van een tabel in een levering: hoeveel van de geladen rijen zijn gevuld.
create table if not exists meta.kolom (
  -- sleutels
  levering_id varchar not null,
  tabel varchar not null,
  kolom varchar not null,

  -- maten
  rijen integer not null,
  gevuld integer not null,
  -- Alleen van bedragen en minuten, om met de vorige volledige levering te vergelijken.
  som hugeint
)
