-- Eén rij per casus die eindigt voor hij begint.
select gemeente_code, casus_id
from kern.casus
where datum_einde < datum_start
