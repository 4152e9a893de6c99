-- Eén rij per cliënt en periode: in welke wijk hij woont en welk team daar werkt.
-- Sluit aan van 0001-01-01 tot 9999-12-31; waar geen gebied bekend is, zijn wijk en team leeg.
with woonplaats as (
  select
    client_gebied.gemeente_code,
    client_gebied.client_id,
    case
      when client_gebied.gebied_code like 'BU%' then 'WK' || substr(client_gebied.gebied_code, 3, 6)
      when client_gebied.gebied_code like 'WK%' then client_gebied.gebied_code
    end as wijk_code,
    client_gebied.gebied_code,
    client_gebied.geldig_van,
    coalesce(client_gebied.geldig_tot, date '9999-12-31') as geldig_tot
  from stg.client_gebied
  semi join kern.client on client.gemeente_code = client_gebied.gemeente_code
    and client.client_id = client_gebied.client_id
  qualify row_number() over (
    partition by client_gebied.gemeente_code, client_gebied.client_id, client_gebied.geldig_van
    order by client_gebied.aangemaakt_op desc, client_gebied.levering_id desc
  ) = 1
),
geordend as (
  select
    gemeente_code,
    client_id,
    wijk_code,
    gebied_code,
    geldig_van,
    least(
      geldig_tot,
      coalesce(lead(geldig_van) over client - 1, date '9999-12-31')
    )::date as geldig_tot,
    lead(geldig_van) over client as volgende_van,
    row_number() over client = 1 as eerste
  from woonplaats
  window client as (partition by gemeente_code, client_id order by geldig_van)
),
gevuld as (
  select gemeente_code, client_id, wijk_code, gebied_code, geldig_van, geldig_tot
  from geordend
  union all
  select
    gemeente_code, client_id, null as wijk_code, null as gebied_code,
    date '0001-01-01' as geldig_van, (geldig_van - 1)::date as geldig_tot
  from geordend
  where eerste
  union all
  select
    gemeente_code, client_id, null as wijk_code, null as gebied_code,
    (geldig_tot + 1)::date as geldig_van,
    coalesce(volgende_van - 1, date '9999-12-31')::date as geldig_tot
  from geordend
  where geldig_tot < coalesce(volgende_van - 1, date '9999-12-31')
  union all
  select
    gemeente_code, client_id, null as wijk_code, null as gebied_code,
    date '0001-01-01' as geldig_van, date '9999-12-31' as geldig_tot
  from kern.client
  anti join geordend using (gemeente_code, client_id)
),
indeling as (
  select gemeente_code, wijk_code as gebied_code, team_id, geldig_van, geldig_tot
  from kern.team_wijk
  union all
  select gemeente_code, gebied_code, team_id, geldig_van, geldig_tot
  from kern.team_deel
),
-- De buurt waar die een eigen team heeft, anders de wijk.
ingedeeld as (
  select
    gevuld.gemeente_code,
    gevuld.client_id,
    gevuld.wijk_code,
    coalesce(deel.gebied_code, gevuld.wijk_code) as gebied_code,
    gevuld.geldig_van,
    gevuld.geldig_tot
  from gevuld
  left join (select distinct gemeente_code, gebied_code from kern.team_deel) as deel
    on deel.gemeente_code = gevuld.gemeente_code
    and deel.gebied_code = gevuld.gebied_code
)

select
  ingedeeld.gemeente_code,
  ingedeeld.client_id,
  ingedeeld.wijk_code,
  indeling.team_id,
  greatest(ingedeeld.geldig_van, coalesce(indeling.geldig_van, ingedeeld.geldig_van)) as geldig_van,
  least(ingedeeld.geldig_tot, coalesce(indeling.geldig_tot, ingedeeld.geldig_tot)) as geldig_tot
from ingedeeld
left join indeling on indeling.gemeente_code = ingedeeld.gemeente_code
  and indeling.gebied_code = ingedeeld.gebied_code
  and indeling.geldig_van <= ingedeeld.geldig_tot
  and indeling.geldig_tot >= ingedeeld.geldig_van
