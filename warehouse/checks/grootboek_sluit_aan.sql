-- Eén rij per boekjaar en wet waarvan het grootboek meer dan 5% van de declaraties afwijkt.
-- Uitleg: De boekingen van een jaar volgen de toegekende declaraties op 5% na.
-- Gevolg: melding
-- Actie: Vraag de financiële administratie wat het verschil is. Financiën toont het per kwartaal.
-- In het eerste boekjaar ontbreekt wat van het jaar ervoor nog kwam.
with jaar as (
  select
    gemeente_code,
    boekjaar,
    wet,
    sum(geboekt_cent) as geboekt_cent,
    sum(verschil_cent) as verschil_cent
  from kern.aansluiting
  group by gemeente_code, boekjaar, wet
  having sum(geboekt_cent) <> 0
  qualify boekjaar > min(boekjaar) over (partition by gemeente_code)
)

select gemeente_code, boekjaar, wet, verschil_cent
from jaar
where abs(verschil_cent) > 0.05 * abs(geboekt_cent)
