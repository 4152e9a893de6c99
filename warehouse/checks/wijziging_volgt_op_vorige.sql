-- Eén rij per begrotingswijziging die volgens haar datum eerder is dan de versie ervoor.
-- Uitleg: Een begrotingswijziging is later vastgesteld dan de versie ervoor.
-- Gevolg: melding
-- Actie: Vraag de financiële administratie om nummer en datum van de wijziging na te kijken.
with vastgesteld as (
  select distinct gemeente_code, boekjaar, versie, datum_vaststelling
  from kern.begroting_stand
)

select gemeente_code, boekjaar, versie, datum_vaststelling
from vastgesteld
qualify datum_vaststelling < lag(datum_vaststelling) over (
  partition by gemeente_code, boekjaar
  order by versie
)
