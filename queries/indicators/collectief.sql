-- Eén rij per cliënt met ondersteuning, halfjaar en vraagtype van zijn lopende casussen.
-- Hij telt in de teller zonder maatwerk en zonder individuele toewijzing in dat halfjaar.
-- Afbakening, leeswijzer en rekenvoorbeeld: collectief.md
with lopend as (
  select
    casus.gemeente_code,
    casus.client_id,
    coalesce(aanmelding.vraagtype, 'onbekend') as vraagtype,
    casus.datum_start as van,
    coalesce(casus.datum_einde, date '9999-12-31') as tot,
    casus.voorziening in ('algemeen', 'collectief') as licht,
    casus.voorziening = 'maatwerk' as zwaar
  from kern.casus
  left join kern.aanmelding on aanmelding.gemeente_code = casus.gemeente_code
    and aanmelding.aanmelding_id = casus.aanmelding_id
  union all
  select
    gemeente_code,
    client_id,
    null as vraagtype,
    ingangsdatum as van,
    coalesce(einddatum, date '9999-12-31') as tot,
    soort = 'collectief' as licht,
    soort is distinct from 'collectief' as zwaar
  from kern.toewijzing
),
ondersteund as (
  select
    lopend.gemeente_code,
    lopend.client_id,
    halfjaar.tot as datum,
    coalesce(
      list(distinct lopend.vraagtype) filter (lopend.vraagtype is not null),
      ['onbekend']
    ) as vraagtypen,
    (not coalesce(bool_or(lopend.zwaar), false))::integer as teller
  from lopend
  join ref.periode as halfjaar on halfjaar.gemeente_code = lopend.gemeente_code
    and halfjaar.periodesoort = 'halfjaar'
    and lopend.van <= halfjaar.tot
    and lopend.tot >= halfjaar.van
  group by lopend.gemeente_code, lopend.client_id, halfjaar.tot
  having bool_or(lopend.licht or lopend.zwaar)
)

select
  -- sleutels
  ondersteund.gemeente_code,
  verblijf.wijk_code,
  verblijf.team_id,
  ondersteund.client_id,

  -- kenmerken
  client.geboortejaar,
  unnest(ondersteund.vraagtypen) as vraagtype,

  -- datums
  ondersteund.datum,

  -- maten
  ondersteund.teller
from ondersteund
join kern.client using (gemeente_code, client_id)
join kern.verblijf on verblijf.gemeente_code = ondersteund.gemeente_code
  and verblijf.client_id = ondersteund.client_id
  and ondersteund.datum between verblijf.geldig_van and verblijf.geldig_tot
