-- Eén rij per wachtende, woonplaats en klasse van wachtduur, met de dagen waarop dat gold.
-- De variant standaard telt aanmeldingen, maatwerk telt toewijzingen die nog niet zijn gestart.
-- Waar alleen een kale stand bestaat, telt `aantal` hem; hij geldt tot het einde van zijn maand,
-- of tot de dag waarop het team zelf gaat registreren.
-- Afbakening, leeswijzer en rekenvoorbeeld: wachtlijst.md
with eerste_start as (
  select gemeente_code, wet, toewijzingnummer, min(begindatum) as begindatum
  from kern.levering_periode
  group by gemeente_code, wet, toewijzingnummer
),
wachtend as (
  select
    gemeente_code,
    client_id,
    team_id,
    aanmelding_id as telling_id,
    'standaard' as variant,
    coalesce(wet, 'onbekend') as wet,
    vraagtype,
    datum_aanmelding as van,
    coalesce(least(datum_eerste_contact, datum_afgesloten) - 1, date '9999-12-31')::date as tot
  from kern.aanmelding
  union all
  select
    toewijzing.gemeente_code,
    toewijzing.client_id,
    null::varchar as team_id,
    toewijzing.wet || '|' || toewijzing.toewijzingnummer as telling_id,
    'maatwerk' as variant,
    toewijzing.wet,
    'onbekend' as vraagtype,
    toewijzing.datum_besluit as van,
    coalesce(least(eerste_start.begindatum - 1, toewijzing.einddatum), date '9999-12-31')::date
      as tot
  from kern.toewijzing
  left join eerste_start using (gemeente_code, wet, toewijzingnummer)
  where toewijzing.datum_besluit is not null
),
klasse (wachtduurklasse, vanaf_dag, tot_dag) as (
  values ('0-28', 0, 28), ('29-56', 29, 56), ('57+', 57, 2000000)
),
in_klasse as (
  select
    wachtend.* exclude (van, tot),
    klasse.wachtduurklasse,
    (wachtend.van + klasse.vanaf_dag)::date as van,
    case
      when klasse.tot_dag = 2000000 then wachtend.tot
      else least(wachtend.tot, (wachtend.van + klasse.tot_dag)::date)
    end as tot
  from wachtend
  join klasse on wachtend.van + klasse.vanaf_dag <= wachtend.tot
),
registratie as (
  select aanmelding.gemeente_code, aanmelding.team_id, min(aanmelding.datum_aanmelding) as van,
    max(dataeinde.data_tot) as tot
  from kern.aanmelding
  join kern.dataeinde on dataeinde.gemeente_code = aanmelding.gemeente_code
    and dataeinde.tabel = 'aanmelding'
    and dataeinde.bron = aanmelding.bron
  group by aanmelding.gemeente_code, aanmelding.team_id
)

select
  -- sleutels
  in_klasse.gemeente_code,
  verblijf.wijk_code,
  case when in_klasse.client_id is null then in_klasse.team_id else verblijf.team_id end
    as team_id,
  in_klasse.client_id,
  in_klasse.telling_id,

  -- kenmerken
  client.geboortejaar,
  in_klasse.variant,
  in_klasse.wet,
  in_klasse.vraagtype,
  in_klasse.wachtduurklasse,

  -- datums
  greatest(in_klasse.van, verblijf.geldig_van) as van,
  least(in_klasse.tot, verblijf.geldig_tot) as tot,

  -- maten
  1::integer as aantal
from in_klasse
left join kern.client using (gemeente_code, client_id)
left join kern.verblijf on verblijf.gemeente_code = in_klasse.gemeente_code
  and verblijf.client_id = in_klasse.client_id
  and verblijf.geldig_van <= in_klasse.tot
  and verblijf.geldig_tot >= in_klasse.van
union all
select
  stand.gemeente_code,
  null::varchar as wijk_code,
  stand.team_id,
  null::varchar as client_id,
  'stand|' || stand.team_id || '|' || stand.peildatum as telling_id,
  null::integer as geboortejaar,
  'standaard' as variant,
  'onbekend' as wet,
  'onbekend' as vraagtype,
  'onbekend' as wachtduurklasse,
  stand.peildatum as van,
  case
    when registratie.van > stand.peildatum
      then least(last_day(stand.peildatum), (registratie.van - 1)::date)
    else last_day(stand.peildatum)
  end as tot,
  stand.aantal
from kern.wachtlijst_stand as stand
left join registratie on registratie.gemeente_code = stand.gemeente_code
  and registratie.team_id = stand.team_id
where stand.soort = 'eerste_contact'
  and coalesce(stand.peildatum not between registratie.van and registratie.tot, true)
qualify row_number() over (
  partition by stand.gemeente_code, stand.team_id, date_trunc('month', stand.peildatum)
  order by stand.peildatum desc
) = 1
