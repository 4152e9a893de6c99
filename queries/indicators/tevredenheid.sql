-- Eén rij per deelnemer en vraag van het cliëntervaringsonderzoek, zonder het antwoord nvt.
-- Een onderzoek telt op de laatste dag van zijn jaar. De gemeente heeft een eigen uitkomst.
-- Afbakening, leeswijzer en rekenvoorbeeld: tevredenheid.md
with deelnemer as (
  select
    *,
    case when gebied_code like 'WK%' then gebied_code end as wijk_code,
    make_date(jaar, 12, 31) as datum,
    unnest(range(aantal)) as volgnummer
  from kern.tevredenheid
  where antwoord <> 'nvt'
    and (gebied_code = gemeente_code or gebied_code like 'WK%')
),
-- Een verdeelde wijk hoort bij een team zolang al haar delen dat doen.
hele_wijk as (
  select gemeente_code, wijk_code, team_id, geldig_van, geldig_tot
  from kern.team_wijk
  union all
  select wijk.gemeente_code, wijk.wijk_code, wijk.team_id, wijk.geldig_van, wijk.geldig_tot
  from kern.team_deel as wijk
  anti join kern.team_deel as buurt on buurt.gemeente_code = wijk.gemeente_code
    and buurt.wijk_code = wijk.wijk_code
    and buurt.team_id <> wijk.team_id
    and buurt.geldig_van <= wijk.geldig_tot
    and buurt.geldig_tot >= wijk.geldig_van
  where wijk.gebied_code = wijk.wijk_code
)

select
  -- sleutels
  deelnemer.gemeente_code,
  deelnemer.wijk_code,
  hele_wijk.team_id,
  null::varchar as client_id,

  -- kenmerken
  null::integer as geboortejaar,
  deelnemer.vraag,

  -- datums
  deelnemer.datum,

  -- maten
  (deelnemer.antwoord in ('eens', 'helemaal_eens'))::integer as teller
from deelnemer
left join hele_wijk on hele_wijk.gemeente_code = deelnemer.gemeente_code
  and hele_wijk.wijk_code = deelnemer.wijk_code
  and deelnemer.datum between hele_wijk.geldig_van and hele_wijk.geldig_tot
