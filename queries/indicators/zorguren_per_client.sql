-- Eén rij per cliënt, maand, woonplaats, wet en productcategorie: minuten hulp en dagen in zorg.
-- Een regel is over zijn dagen gespreid; afronden gebeurt lopend, zodat delen het geheel zijn.
-- `dagmasker` heeft een bit per dag in zorg: verenigen met bit_or, tellen met bit_count.
-- Afbakening, leeswijzer en rekenvoorbeeld: zorguren_per_client.md
with regel as (
  select
    prestatie.*,
    prestatie.periode_eind - prestatie.periode_begin + 1 as dagen,
    case when prestatie.minuten is null then 0 else prestatie.bedrag_cent end as met_uren_cent
  from kern.prestatie
  where prestatie.status = 'toegekend'
),
regel_deel as (
  select
    regel.*,
    verblijf.wijk_code,
    verblijf.team_id,
    maand.maand,
    greatest(regel.periode_begin, maand.van, verblijf.geldig_van) - regel.periode_begin as voor,
    least(regel.periode_eind, maand.tot, verblijf.geldig_tot) - regel.periode_begin + 1 as tot_en_met
  from regel
  join kern.verblijf on verblijf.gemeente_code = regel.gemeente_code
    and verblijf.client_id = regel.client_id
    and verblijf.geldig_van <= regel.periode_eind
    and verblijf.geldig_tot >= regel.periode_begin
  join ref.maand on maand.van <= regel.periode_eind
    and maand.tot >= regel.periode_begin
    and maand.van <= verblijf.geldig_tot
    and maand.tot >= verblijf.geldig_van
),
hulp as (
  select
    gemeente_code, wijk_code, team_id, client_id, wet, productcategorie, maand,
    (coalesce(minuten, 0) * tot_en_met // dagen - coalesce(minuten, 0) * voor // dagen) as minuten,
    0::uinteger as dagmasker,
    (bedrag_cent * tot_en_met // dagen - bedrag_cent * voor // dagen) as bedrag_cent,
    (met_uren_cent * tot_en_met // dagen - met_uren_cent * voor // dagen) as bedrag_met_uren_cent
  from regel_deel
),
zorg_deel as (
  select
    periode.*,
    verblijf.wijk_code,
    verblijf.team_id,
    maand.maand,
    greatest(periode.begindatum, maand.van, verblijf.geldig_van) as van,
    least(periode.einddatum, dataeinde.data_tot, maand.tot, verblijf.geldig_tot) as tot
  from kern.levering_periode as periode
  join kern.dataeinde on dataeinde.gemeente_code = periode.gemeente_code
    and dataeinde.tabel = 'levering'
    and dataeinde.bron = periode.bron
  join kern.verblijf on verblijf.gemeente_code = periode.gemeente_code
    and verblijf.client_id = periode.client_id
    and verblijf.geldig_tot >= periode.begindatum
  join ref.maand on maand.tot >= periode.begindatum
    and maand.van <= least(periode.einddatum, dataeinde.data_tot)
    and maand.van <= verblijf.geldig_tot
    and maand.tot >= verblijf.geldig_van
),
zorg as (
  select
    gemeente_code, wijk_code, team_id, client_id, wet, productcategorie, maand,
    0 as minuten,
    (((1::bigint << (tot - van + 1)::integer) - 1) << (day(van) - 1)::integer)::uinteger
      as dagmasker,
    0 as bedrag_cent,
    0 as bedrag_met_uren_cent
  from zorg_deel
  where van <= tot
),
alles as (
  select * from hulp
  union all
  select * from zorg
)

select
  -- sleutels
  alles.gemeente_code,
  alles.wijk_code,
  alles.team_id,
  alles.client_id,

  -- kenmerken
  client.geboortejaar,
  alles.wet,
  alles.wet || '-' || alles.productcategorie as productcategorie,

  -- datums
  alles.maand,

  -- maten
  sum(alles.minuten)::bigint as minuten,
  bit_or(alles.dagmasker) as dagmasker,
  sum(alles.bedrag_cent)::bigint as bedrag_cent,
  sum(alles.bedrag_met_uren_cent)::bigint as bedrag_met_uren_cent
from alles
join kern.client using (gemeente_code, client_id)
group by
  alles.gemeente_code, alles.wijk_code, alles.team_id, alles.client_id, client.geboortejaar,
  alles.wet, alles.productcategorie, alles.maand
