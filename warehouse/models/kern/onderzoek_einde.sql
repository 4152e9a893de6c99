-- Eén rij per gemeente en tabel met uitkomsten van een onderzoek: van welke dag tot welke dag.
-- Een onderzoek is met zijn jaar compleet, op welke dag het ook wordt aangeleverd.
select
  gemeente_code,
  'tevredenheid' as tabel,
  make_date(min(jaar), 1, 1) as data_van,
  make_date(max(jaar), 12, 31) as data_tot
from kern.tevredenheid
group by gemeente_code
