-- Eén rij per gemeente, boekjaar, wet en product: de begrotingspost die de declaraties betaalt.
-- De post van het product gaat voor die van de hele wet. Is er geen, dan is `regel` leeg.
with product as (
  select distinct gemeente_code, year(maand)::integer as boekjaar, wet, productcategorie
  from kern.declaratie_maand
  union
  select distinct
    gemeente_code, year(maand_ingediend)::integer as boekjaar, wet, productcategorie
  from kern.declaratie_maand
)

select
  product.gemeente_code,
  product.boekjaar,
  product.wet,
  product.productcategorie,
  post.regel
from product
left join kern.begroting_stand as post on post.gemeente_code = product.gemeente_code
  and post.boekjaar = product.boekjaar
  and post.kant = 'lasten'
  and post.wet = product.wet
  and coalesce(post.productcategorie, product.productcategorie) = product.productcategorie
qualify row_number() over (
  partition by product.gemeente_code, product.boekjaar, product.wet, product.productcategorie
  order by (post.productcategorie is null), post.versie desc, post.regel
) = 1
