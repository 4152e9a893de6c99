-- Eén rij per verwijzing van een cliënt.
-- Levert meer dan één bron dezelfde sleutel, dan telt de nieuwste.
-- Een rij waarvan de ouder nog niet is geleverd, wacht in stg en telt nog niet mee.
select
  verwijzing.gemeente_code,
  verwijzing.bron,
  verwijzing.verwijzing_id,
  verwijzing.client_id,
  verwijzing.casus_id,
  verwijzing.datum,
  verwijzing.verwijzer,
  verwijzing.naar_lijn,
  verwijzing.wet,
  verwijzing.bestemming,
  verwijzing.productcategorie,
  verwijzing.crisis
from stg.verwijzing
semi join kern.client on client.gemeente_code = verwijzing.gemeente_code
  and client.client_id = verwijzing.client_id
left join kern.casus on casus.gemeente_code = verwijzing.gemeente_code
  and casus.casus_id = verwijzing.casus_id
where (verwijzing.casus_id is null or casus.casus_id is not null)
qualify row_number() over (
  partition by verwijzing.gemeente_code, verwijzing.verwijzing_id
  order by verwijzing.aangemaakt_op desc, verwijzing.levering_id desc
) = 1
