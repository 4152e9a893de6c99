-- Eén rij per post van de lasten in een boekjaar: de stand in de laatste versie van de begroting.
-- Een begroting is openbaar en gaat over niemand: er is geen cliënt en geen gebied.
-- Afbakening, leeswijzer en rekenvoorbeeld: lasten_begroting.md
select
  -- sleutels
  gemeente_code,
  null::varchar as wijk_code,
  null::varchar as team_id,
  null::varchar as client_id,

  -- kenmerken
  null::integer as geboortejaar,
  wet,

  -- datums
  make_date(boekjaar, 1, 1) as datum,

  -- maten
  bedrag_cent
from kern.begroting_stand
where kant = 'lasten'
qualify versie = max(versie) over (partition by gemeente_code, boekjaar)
