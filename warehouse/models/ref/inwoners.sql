-- Eén rij per gebied, jaar en leeftijdsgroep: inwoners op 1 januari.
-- Ontbreekt een jaar, dan geldt het laatste bekende jaar, voorlopig. Een team telt zijn wijken.
with geleverd as (
  select gemeente_code, gebied_code, jaar, leeftijdsgroep, aantal
  from stg.bevolking
  where gebied_code like 'GM%' or gebied_code like 'WK%'
  qualify row_number() over (
    partition by gemeente_code, gebied_code, jaar, leeftijdsgroep
    order by aangemaakt_op desc, levering_id desc
  ) = 1
),
met_gemeente as (
  select * from geleverd
  union all
  select gemeente_code, gemeente_code as gebied_code, jaar, leeftijdsgroep, sum(aantal) as aantal
  from geleverd
  where gemeente_code not in (select gebied_code from geleverd)
  group by gemeente_code, jaar, leeftijdsgroep
),
gevraagd as (
  select distinct gemeente_code, year(van) as jaar
  from ref.periode
),
bekend as (
  select
    gevraagd.gemeente_code,
    gevraagd.jaar,
    gebied.gebied_code,
    coalesce(max(gebied.jaar) filter (gebied.jaar <= gevraagd.jaar), min(gebied.jaar))
      as bron_jaar
  from gevraagd
  join (select distinct gemeente_code, gebied_code, jaar from met_gemeente) as gebied
    using (gemeente_code)
  group by gevraagd.gemeente_code, gevraagd.jaar, gebied.gebied_code
),
gebieden as (
  select
    bekend.gemeente_code,
    bekend.gebied_code,
    bekend.jaar,
    met_gemeente.leeftijdsgroep,
    met_gemeente.aantal,
    bekend.bron_jaar <> bekend.jaar as voorlopig
  from bekend
  join met_gemeente on met_gemeente.gemeente_code = bekend.gemeente_code
    and met_gemeente.gebied_code = bekend.gebied_code
    and met_gemeente.jaar = bekend.bron_jaar
)

select
  gemeente_code,
  case when gebied_code like 'GM%' then 'gemeente' else 'wijk' end as niveau,
  gebied_code,
  jaar,
  leeftijdsgroep,
  aantal::integer as aantal,
  voorlopig
from gebieden
union all
select
  gebieden.gemeente_code,
  'team' as niveau,
  team_wijk.team_id as gebied_code,
  gebieden.jaar,
  gebieden.leeftijdsgroep,
  sum(gebieden.aantal)::integer as aantal,
  bool_or(gebieden.voorlopig) as voorlopig
from gebieden
join kern.team_wijk on team_wijk.gemeente_code = gebieden.gemeente_code
  and team_wijk.wijk_code = gebieden.gebied_code
  and make_date(gebieden.jaar, 1, 1) between team_wijk.geldig_van and team_wijk.geldig_tot
where team_wijk.team_id is not null
group by gebieden.gemeente_code, team_wijk.team_id, gebieden.jaar, gebieden.leeftijdsgroep
