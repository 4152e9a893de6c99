-- Eén rij per aanmelding_id van een gemeente en bron: de nieuwste aanlevering (vragen die bij het wijkteam binnenkomen).
create table if not exists stg.aanmelding (
  -- herkomst
  gemeente_code varchar not null,
  bron varchar not null,
  levering_id varchar not null,
  aangemaakt_op timestamp not null,
  bestand varchar not null,
  bronregel integer not null,

  -- inhoud
  aanmelding_id varchar not null,
  client_id varchar,
  team_id varchar not null,
  datum_aanmelding date not null,
  toegangspoort varchar,
  vraagtype varchar not null,
  meervoudig boolean,
  wet varchar,
  crisis boolean,
  datum_eerste_contact date,
  datum_afgesloten date,
  uitkomst varchar
)
