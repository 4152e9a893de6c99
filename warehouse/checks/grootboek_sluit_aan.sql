-- Eén rij per boekjaar en wet waarvan het grootboek meer dan 5% van de declaraties afwijkt.
-- Uitleg: De boekingen van een jaar volgen de toegekende declaraties op 5% na.
-- Gevolg: melding
-- Actie: Vraag de financiële administratie wat het verschil is. Financiën toont het per kwartaal.
select
  gemeente_code,
  boekjaar,
  wet,
  sum(verschil_cent) as verschil_cent
from kern.aansluiting
group by gemeente_code, boekjaar, wet
having abs(sum(verschil_cent)) > 0.05 * abs(sum(geboekt_cent)) and sum(geboekt_cent) <> 0
