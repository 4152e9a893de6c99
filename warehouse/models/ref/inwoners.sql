-- Eén rij per gebied, jaar en leeftijdsgroep: inwoners op 1 januari.
-- Ontbreekt een jaar, dan geldt het laatste bekende jaar, voorlopig. Een team telt zijn wijken;
-- weten we van een deel niets, dan ook niet van het team.
with geleverd as (
  select gemeente_code, gebied_code, jaar, leeftijdsgroep, aantal
  from stg.bevolking
  where gebied_code not like 'BU%'
    or (gemeente_code, gebied_code) in (select (gemeente_code, gebied_code) from kern.team_deel)
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
  where gebied_code like 'WK%'
    and gemeente_code not in (select gebied_code from geleverd)
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
),
-- Van een verdeelde wijk telt elke genoemde buurt; wat er van de wijk overblijft, is onbekend.
team_gebied as (
  select gemeente_code, team_id, wijk_code as gebied_code, geldig_van, geldig_tot
  from kern.team_wijk
  where team_id is not null
  union all
  select
    gemeente_code,
    team_id,
    case when gebied_code like 'BU%' then gebied_code end as gebied_code,
    geldig_van,
    geldig_tot
  from kern.team_deel
  where team_id is not null
),
team_op_1_januari as (
  select
    team_gebied.gemeente_code,
    team_gebied.team_id,
    team_gebied.gebied_code,
    gevraagd.jaar,
    bekend.bron_jaar
  from team_gebied
  join gevraagd on gevraagd.gemeente_code = team_gebied.gemeente_code
    and make_date(gevraagd.jaar, 1, 1) between team_gebied.geldig_van and team_gebied.geldig_tot
  left join bekend on bekend.gemeente_code = team_gebied.gemeente_code
    and bekend.gebied_code = team_gebied.gebied_code
    and bekend.jaar = gevraagd.jaar
),
bekend_team as (
  select gemeente_code, team_id, jaar
  from team_op_1_januari
  group by gemeente_code, team_id, jaar
  having bool_and(bron_jaar is not null)
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
where gebied_code not like 'BU%'
union all
select
  gebieden.gemeente_code,
  'team' as niveau,
  team_op_1_januari.team_id as gebied_code,
  gebieden.jaar,
  gebieden.leeftijdsgroep,
  sum(gebieden.aantal)::integer as aantal,
  bool_or(gebieden.voorlopig) as voorlopig
from team_op_1_januari
semi join bekend_team on bekend_team.gemeente_code = team_op_1_januari.gemeente_code
  and bekend_team.team_id = team_op_1_januari.team_id
  and bekend_team.jaar = team_op_1_januari.jaar
join gebieden on gebieden.gemeente_code = team_op_1_januari.gemeente_code
  and gebieden.gebied_code = team_op_1_januari.gebied_code
  and gebieden.jaar = team_op_1_januari.jaar
group by
  gebieden.gemeente_code, team_op_1_januari.team_id, gebieden.jaar, gebieden.leeftijdsgroep
