-- Eén rij per gemeente, kwartaal en zorgpost: toegekende declaraties naast het grootboek, in centen.
-- Declaraties tellen in het kwartaal van indienen, boekingen in hun boekmaand. Zonder post: `geen`.
with betaald as (
  select
    declaratie.gemeente_code,
    year(declaratie.maand_ingediend)::integer as jaar,
    quarter(declaratie.maand_ingediend)::integer as kwartaal,
    declaratie.wet,
    coalesce(zorgpost.regel, 'geen') as post,
    declaratie.toegekend_cent
  from kern.declaratie_maand as declaratie
  left join kern.zorgpost on zorgpost.gemeente_code = declaratie.gemeente_code
    and zorgpost.boekjaar = year(declaratie.maand_ingediend)
    and zorgpost.wet = declaratie.wet
    and zorgpost.productcategorie = declaratie.productcategorie
),
toegekend as (
  select
    gemeente_code, jaar as boekjaar, kwartaal, wet, post as regel,
    sum(toegekend_cent)::bigint as toegekend_cent
  from betaald
  group by gemeente_code, jaar, kwartaal, wet, post
),
geboekt as (
  select
    realisatie.gemeente_code,
    realisatie.boekjaar,
    (realisatie.maand - 1) // 3 + 1 as kwartaal,
    post.wet,
    realisatie.regel,
    sum(realisatie.bedrag_cent)::bigint as geboekt_cent
  from kern.realisatie
  join (
    select distinct gemeente_code, boekjaar, regel, wet
    from kern.zorgpost
    where regel is not null
  ) as post using (gemeente_code, boekjaar, regel)
  where realisatie.kant = 'lasten'
  group by realisatie.gemeente_code, realisatie.boekjaar, kwartaal, post.wet, realisatie.regel
)

select
  gemeente_code,
  boekjaar,
  kwartaal,
  wet,
  regel,
  coalesce(toegekend.toegekend_cent, 0) as toegekend_cent,
  coalesce(geboekt.geboekt_cent, 0) as geboekt_cent,
  coalesce(geboekt.geboekt_cent, 0) - coalesce(toegekend.toegekend_cent, 0) as verschil_cent
from toegekend
full join geboekt using (gemeente_code, boekjaar, kwartaal, wet, regel)
