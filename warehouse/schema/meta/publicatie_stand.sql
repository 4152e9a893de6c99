-- Eén rij per cliënt bij de laatste publicatie: waar hij woonde, en een kenmerk van al zijn rijen.
-- Een ander kenmerk bij de volgende publicatie is een mutatie. Dit verlaat het magazijn nooit.
create table if not exists meta.publicatie_stand (
  -- sleutels
  gemeente_code varchar not null,
  client_id varchar not null,

  -- kenmerken
  wijk_code varchar,
  kenmerk hugeint not null
)
