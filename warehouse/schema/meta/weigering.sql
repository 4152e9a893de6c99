-- Eén rij per levering die in zijn geheel is geweigerd: waarom. Nooit een waarde uit de levering.
create table if not exists meta.weigering (
  -- sleutels
  levering_id varchar not null,

  -- kenmerken
  reden varchar not null,

  -- datums
  geweigerd_op timestamp not null
)
