-- Eén rij per gebied, jaar, leeftijdsgroep en periode: inwoners op 1 januari van dat jaar.
-- Ontbreekt een jaar, dan geldt het laatste bekende jaar, voorlopig.
-- Een team telt de wijken die het op die dagen heeft; krijgt het er een bij, dan begint een nieuwe
-- periode. Op dagen zonder rij heeft het er geen. Weten we van een deel niets, dan ook niet van
-- het team in dat jaar.
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
-- Wat er van een verdeelde wijk overblijft naast de genoemde buurten.
met_rest as (
  select * from met_gemeente
  union all
  select
    wijk.gemeente_code,
    wijk.gebied_code || '|rest' as gebied_code,
    wijk.jaar,
    wijk.leeftijdsgroep,
    greatest(wijk.aantal - sum(buurt.aantal), 0) as aantal
  from geleverd as wijk
  join (
    select distinct gemeente_code, gebied_code, wijk_code
    from kern.team_deel
    where gebied_code <> wijk_code
  ) as deel on deel.gemeente_code = wijk.gemeente_code
    and deel.wijk_code = wijk.gebied_code
  left join geleverd as buurt on buurt.gemeente_code = deel.gemeente_code
    and buurt.gebied_code = deel.gebied_code
    and buurt.jaar = wijk.jaar
    and buurt.leeftijdsgroep = wijk.leeftijdsgroep
  group by
    wijk.gemeente_code, wijk.gebied_code, wijk.jaar, wijk.leeftijdsgroep, wijk.aantal
  having bool_and(buurt.aantal is not null)
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
  join (select distinct gemeente_code, gebied_code, jaar from met_rest) as gebied
    using (gemeente_code)
  group by gevraagd.gemeente_code, gevraagd.jaar, gebied.gebied_code
),
gebieden as (
  select
    bekend.gemeente_code,
    bekend.gebied_code,
    bekend.jaar,
    met_rest.leeftijdsgroep,
    met_rest.aantal,
    bekend.bron_jaar <> bekend.jaar as voorlopig
  from bekend
  join met_rest on met_rest.gemeente_code = bekend.gemeente_code
    and met_rest.gebied_code = bekend.gebied_code
    and met_rest.jaar = bekend.bron_jaar
),
team_gebied as (
  select gemeente_code, team_id, wijk_code as gebied_code, geldig_van, geldig_tot
  from kern.team_wijk
  where team_id is not null
  union all
  select
    gemeente_code,
    team_id,
    case when gebied_code = wijk_code then wijk_code || '|rest' else gebied_code end
      as gebied_code,
    geldig_van,
    geldig_tot
  from kern.team_deel
  where team_id is not null
),
team_jaar as (
  select
    team_gebied.gemeente_code,
    team_gebied.team_id,
    team_gebied.gebied_code,
    gevraagd.jaar,
    bekend.bron_jaar,
    greatest(team_gebied.geldig_van, make_date(gevraagd.jaar, 1, 1)) as van,
    least(team_gebied.geldig_tot, make_date(gevraagd.jaar, 12, 31)) as tot
  from team_gebied
  join gevraagd on gevraagd.gemeente_code = team_gebied.gemeente_code
    and team_gebied.geldig_van <= make_date(gevraagd.jaar, 12, 31)
    and team_gebied.geldig_tot >= make_date(gevraagd.jaar, 1, 1)
  left join bekend on bekend.gemeente_code = team_gebied.gemeente_code
    and bekend.gebied_code = team_gebied.gebied_code
    and bekend.jaar = gevraagd.jaar
),
bekend_team as (
  select gemeente_code, team_id, jaar
  from team_jaar
  group by gemeente_code, team_id, jaar
  having bool_and(bron_jaar is not null)
),
wissel as (
  select gemeente_code, team_id, jaar, van as dag
  from team_jaar
  union
  select gemeente_code, team_id, jaar, (tot + 1)::date as dag
  from team_jaar
  where tot < make_date(jaar, 12, 31)
),
team_stuk as (
  select
    gemeente_code,
    team_id,
    jaar,
    dag as van,
    coalesce(lead(dag) over team - 1, make_date(jaar, 12, 31))::date as tot
  from wissel
  semi join bekend_team using (gemeente_code, team_id, jaar)
  window team as (partition by gemeente_code, team_id, jaar order by dag)
)

select
  gemeente_code,
  case when gebied_code like 'GM%' then 'gemeente' else 'wijk' end as niveau,
  gebied_code,
  jaar,
  leeftijdsgroep,
  make_date(jaar, 1, 1) as van,
  make_date(jaar, 12, 31) as tot,
  aantal::integer as aantal,
  voorlopig
from gebieden
where gebied_code not like 'BU%'
  and gebied_code not like '%|rest'
union all
select
  gebieden.gemeente_code,
  'team' as niveau,
  team_stuk.team_id as gebied_code,
  gebieden.jaar,
  gebieden.leeftijdsgroep,
  team_stuk.van,
  team_stuk.tot,
  sum(gebieden.aantal)::integer as aantal,
  bool_or(gebieden.voorlopig) as voorlopig
from team_stuk
join team_jaar on team_jaar.gemeente_code = team_stuk.gemeente_code
  and team_jaar.team_id = team_stuk.team_id
  and team_stuk.van between team_jaar.van and team_jaar.tot
join gebieden on gebieden.gemeente_code = team_jaar.gemeente_code
  and gebieden.gebied_code = team_jaar.gebied_code
  and gebieden.jaar = team_jaar.jaar
group by
  gebieden.gemeente_code, team_stuk.team_id, gebieden.jaar, gebieden.leeftijdsgroep,
  team_stuk.van, team_stuk.tot
