-- Eén rij per cliënt van wie de woonperioden elkaar overlappen of een gat laten.
select gemeente_code, client_id
from kern.verblijf
group by gemeente_code, client_id
having sum(geldig_tot - geldig_van + 1) <> date '9999-12-31' - date '0001-01-01' + 1
