-- Eén rij per gemeente, wet, product en eenheid, maand van de hulp en maand van indienen.
-- Wat is afgekeurd, telt niet. Een creditregel trekt zijn volume af.
select
  -- sleutels
  gemeente_code,
  wet,
  productcategorie,
  eenheid,
  date_trunc('month', periode_begin)::date as maand,
  date_trunc('month', datum_ingediend)::date as maand_ingediend,

  -- maten
  sum(bedrag_cent)::bigint as gedeclareerd_cent,
  coalesce(sum(bedrag_cent) filter (status = 'toegekend'), 0)::bigint as toegekend_cent,
  sum(case when bedrag_cent < 0 then -volume else volume end)::bigint as volume
from kern.prestatie
where status <> 'afgekeurd'
group by gemeente_code, wet, productcategorie, eenheid, maand, maand_ingediend
