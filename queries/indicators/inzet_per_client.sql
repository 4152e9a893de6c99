-- Eén rij per cliënt, maand, woonplaats en discipline: minuten contact en dagen in een casus.
-- Dagen in een casus zijn van geen discipline: dan is die leeg.
-- `dagmasker` heeft een bit per dag in een casus: verenigen met bit_or, tellen met bit_count.
-- Afbakening, leeswijzer en rekenvoorbeeld: inzet_per_client.md
with contact as (
  select
    casus.gemeente_code,
    verblijf.wijk_code,
    verblijf.team_id,
    casus.client_id,
    coalesce(contactmoment.discipline, 'onbekend') as discipline,
    date_trunc('month', contactmoment.datum)::date as maand,
    contactmoment.minuten,
    0::uinteger as dagmasker
  from kern.contactmoment
  join kern.casus on casus.gemeente_code = contactmoment.gemeente_code
    and casus.casus_id = contactmoment.casus_id
  join kern.verblijf on verblijf.gemeente_code = casus.gemeente_code
    and verblijf.client_id = casus.client_id
    and contactmoment.datum between verblijf.geldig_van and verblijf.geldig_tot
  where contactmoment.soort in ('individueel', 'huisbezoek')
),
casus_deel as (
  select
    casus.gemeente_code,
    verblijf.wijk_code,
    verblijf.team_id,
    casus.client_id,
    maand.maand,
    greatest(casus.datum_start, maand.van, verblijf.geldig_van) as van,
    least(casus.datum_einde, dataeinde.data_tot, maand.tot, verblijf.geldig_tot) as tot
  from kern.casus
  join kern.dataeinde on dataeinde.gemeente_code = casus.gemeente_code
    and dataeinde.tabel = 'casus'
    and dataeinde.bron = casus.bron
  join kern.verblijf on verblijf.gemeente_code = casus.gemeente_code
    and verblijf.client_id = casus.client_id
    and verblijf.geldig_tot >= casus.datum_start
  join ref.maand on maand.tot >= casus.datum_start
    and maand.van <= least(casus.datum_einde, dataeinde.data_tot)
    and maand.van <= verblijf.geldig_tot
    and maand.tot >= verblijf.geldig_van
),
alles as (
  select * from contact
  union all
  select
    gemeente_code,
    wijk_code,
    team_id,
    client_id,
    null::varchar as discipline,
    maand,
    0 as minuten,
    (((1::bigint << (tot - van + 1)::integer) - 1) << (day(van) - 1)::integer)::uinteger
      as dagmasker
  from casus_deel
  where van <= tot
)

select
  -- sleutels
  alles.gemeente_code,
  alles.wijk_code,
  alles.team_id,
  alles.client_id,

  -- kenmerken
  client.geboortejaar,
  alles.discipline,

  -- datums
  alles.maand,

  -- maten
  sum(alles.minuten)::bigint as minuten,
  bit_or(alles.dagmasker) as dagmasker,
  0::bigint as bedrag_cent,
  0::bigint as bedrag_met_uren_cent
from alles
join kern.client using (gemeente_code, client_id)
group by
  alles.gemeente_code, alles.wijk_code, alles.team_id, alles.client_id, client.geboortejaar,
  alles.discipline, alles.maand
