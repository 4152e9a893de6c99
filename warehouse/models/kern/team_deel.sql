-- Eén rij per deel van een verdeelde wijk en periode: welk team er werkt.
-- Een wijk is verdeeld als op één dag in twee delen ervan verschillende teams werken.
-- Een deel is een buurt, of de wijk zelf: die geldt voor de buurten die niet zijn genoemd.
-- Op dagen dat een buurt geen eigen indeling heeft, geldt die van haar wijk.
-- Loopt per deel vanaf het begin der tijden: voor de eerste datum geldt de eerste indeling.
-- Daarna zonder team als een indeling eindigt.
with geordend as (
  select
    *,
    least(
      geldig_tot,
      coalesce(lead(geldig_van) over gebied - 1, date '9999-12-31')
    )::date as werkelijk_tot
  from kern.team_gebied
  window gebied as (partition by gemeente_code, gebied_code order by geldig_van)
),
verdeeld as (
  select distinct een.gemeente_code, een.wijk_code
  from geordend as een
  join geordend as ander on ander.gemeente_code = een.gemeente_code
    and ander.wijk_code = een.wijk_code
    and ander.gebied_code <> een.gebied_code
    and ander.team_id <> een.team_id
    and ander.geldig_van <= een.werkelijk_tot
    and ander.werkelijk_tot >= een.geldig_van
),
eigen as (
  select gemeente_code, gebied_code, wijk_code, team_id, geldig_van, werkelijk_tot as geldig_tot
  from geordend
  semi join verdeeld on verdeeld.gemeente_code = geordend.gemeente_code
    and verdeeld.wijk_code = geordend.wijk_code
),
indeling as (
  select *, 1 as voorrang
  from eigen
  union all
  select
    buurt.gemeente_code,
    buurt.gebied_code,
    buurt.wijk_code,
    wijk.team_id,
    wijk.geldig_van,
    wijk.geldig_tot,
    2 as voorrang
  from (select distinct gemeente_code, gebied_code, wijk_code from eigen) as buurt
  join eigen as wijk on wijk.gemeente_code = buurt.gemeente_code
    and wijk.gebied_code = buurt.wijk_code
    and wijk.gebied_code <> buurt.gebied_code
),
wissel as (
  select gemeente_code, gebied_code, wijk_code, geldig_van as dag
  from indeling
  union
  select gemeente_code, gebied_code, wijk_code, (geldig_tot + 1)::date as dag
  from indeling
  where geldig_tot < date '9999-12-31'
),
stuk as (
  select
    *,
    coalesce(lead(dag) over gebied - 1, date '9999-12-31')::date as tot,
    row_number() over gebied = 1 as eerste
  from wissel
  window gebied as (partition by gemeente_code, gebied_code order by dag)
)

select
  stuk.gemeente_code,
  stuk.gebied_code,
  stuk.wijk_code,
  arg_min(indeling.team_id, indeling.voorrang) as team_id,
  case when stuk.eerste then date '0001-01-01' else stuk.dag end as geldig_van,
  stuk.tot as geldig_tot
from stuk
left join indeling on indeling.gemeente_code = stuk.gemeente_code
  and indeling.gebied_code = stuk.gebied_code
  and stuk.dag between indeling.geldig_van and indeling.geldig_tot
group by
  stuk.gemeente_code, stuk.gebied_code, stuk.wijk_code, stuk.eerste, stuk.dag, stuk.tot
