-- Eén rij per casus die eindigt voor hij begint.
-- Uitleg: Een casus eindigt niet voor hij begint.
-- Gevolg: geen publicatie
-- Actie: Meld dit bij de beheerder van Wijkmonitor: zo'n rij had afgewezen moeten worden.
select gemeente_code, casus_id
from kern.casus
where datum_einde < datum_start
