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
)

select
  -- sleutels
  deelnemer.gemeente_code,
  deelnemer.wijk_code,
  team_hele_wijk.team_id,
  null::varchar as client_id,

  -- kenmerken
  null::integer as geboortejaar,
  deelnemer.vraag,

  -- datums
  deelnemer.datum,

  -- maten
  (deelnemer.antwoord in ('eens', 'helemaal_eens'))::integer as teller
from deelnemer
left join kern.team_hele_wijk on team_hele_wijk.gemeente_code = deelnemer.gemeente_code
  and team_hele_wijk.wijk_code = deelnemer.wijk_code
  and deelnemer.datum between team_hele_wijk.geldig_van and team_hele_wijk.geldig_tot
