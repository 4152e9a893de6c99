-- Eén rij per versie van een begroting waarvan lasten en baten verschillen, als er baten zijn.
-- Uitleg: De lasten en de baten van een begroting zijn even hoog.
-- Gevolg: geen publicatie
-- Actie: Vraag de financiële administratie om de begroting na te kijken en opnieuw te leveren.
select
  gemeente_code,
  boekjaar,
  versie,
  sum(bedrag_cent) filter (kant = 'lasten') as lasten_cent,
  sum(bedrag_cent) filter (kant = 'baten') as baten_cent
from kern.begroting_stand
group by gemeente_code, boekjaar, versie
having lasten_cent <> baten_cent
