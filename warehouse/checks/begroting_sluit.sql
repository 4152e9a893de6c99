-- Eén rij per versie van een begroting waarvan lasten en baten verschillen, als er baten zijn.
select
  gemeente_code,
  boekjaar,
  versie,
  sum(bedrag_cent) filter (kant = 'lasten') as lasten_cent,
  sum(bedrag_cent) filter (kant = 'baten') as baten_cent
from kern.begroting
group by gemeente_code, boekjaar, versie
having lasten_cent <> baten_cent
