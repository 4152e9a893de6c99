-- Eén rij per boeking op een post die in de begroting van dat boekjaar niet staat.
-- Uitleg: Elke boeking hoort bij een post van de begroting.
-- Gevolg: melding
-- Actie: Vraag de financiële administratie op welke post dit hoort. De boeking telt apart mee.
select realisatie.gemeente_code, realisatie.boekjaar, realisatie.boeking_id, realisatie.regel
from kern.realisatie
anti join kern.begroting on begroting.gemeente_code = realisatie.gemeente_code
  and begroting.boekjaar = realisatie.boekjaar
  and begroting.regel = realisatie.regel
  and begroting.kant = realisatie.kant
-- A report of Iv3 may come without the budget that it belongs to.
where realisatie.regel not like 'iv3-%'
