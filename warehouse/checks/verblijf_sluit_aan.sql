-- Eén rij per cliënt van wie de woonperioden elkaar overlappen of een gat laten.
-- Uitleg: De woonperioden van een cliënt sluiten op elkaar aan.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: de woonperioden zijn niet goed afgeleid.
select gemeente_code, client_id
from kern.verblijf
group by gemeente_code, client_id
having sum(geldig_tot - geldig_van + 1) <> date '9999-12-31' - date '0001-01-01' + 1
