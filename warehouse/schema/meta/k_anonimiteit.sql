-- Eén rij per levering en groepsgrootte: hoeveel cliënten met zo weinig anderen samenvallen.
create table if not exists meta.k_anonimiteit (
  -- sleutels
  levering_id varchar not null,
  klasse varchar not null,

  -- maten
  groepen integer not null,
  clienten integer not null
)
