-- Eén rij per cliënt, casus, domein en versie: de eerste score bij de start, de laatste aan het eind.
-- Alleen binnen dezelfde versie van een instrument zijn twee scores te vergelijken.
select
  gemeente_code,
  client_id,
  casus_id,
  instrument,
  versie,
  domein,
  max(datum) filter (moment = 'eind') as datum,
  arg_min(score, datum) filter (moment = 'start') as start,
  arg_max(score, datum) filter (moment = 'eind') as eind
from kern.meting
group by gemeente_code, client_id, casus_id, instrument, versie, domein
having bool_or(moment = 'start') and bool_or(moment = 'eind')
