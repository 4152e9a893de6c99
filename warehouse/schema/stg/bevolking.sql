-- Eén rij per gebied_code, jaar, leeftijdsgroep van een gemeente en bron: de nieuwste aanlevering (inwoners per gebied, leeftijdsgroep en jaar (1 januari)).
create table if not exists stg.bevolking (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  gebied_code varchar not null,
  jaar integer not null,
  leeftijdsgroep varchar not null,
  aantal integer not null
)
