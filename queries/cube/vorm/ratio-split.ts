import type {Definition} from '../../catalogue.ts';
import {crossed} from '../cell.ts';

/**
 * SQL for a ratio of which the minutes only are split: minutes of the part over all days of the cell.
 * Every client of the cell is a cluster, also who has no minutes of this part. A part is about people
 * at work too when it is a discipline: `medewerkers` counts them, in the team (of the wijk) or in all
 * teams of the gemeente, in the month that has fewest.
 */
export function splitRatioSql(
  {tellerDimensies}: Definition,
  dimensions: readonly string[],
): string {
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  const below = dimensions.filter((id) => !tellerDimensies.includes(id));
  const belowNames = below.map((id) => `, ${id}`).join('');
  const workers = dimensions.includes('discipline');
  return `
    with client_maand as (
      select plek, maand, client_id${belowNames}, bit_count(bit_or(dagmasker)) as dagen,
        sum(minuten) as minuten
      from lang group by plek, maand, client_id${belowNames}
    ),
    venster_in as (
      select venster, plek, maand from venster_maand where gekruist >= ${crossed(dimensions)}
    ),
    per_client as (
      select venster${belowNames}, client_id, sum(dagen)::double as dagen
      from client_maand
      join venster_in using (plek, maand)
      group by venster${belowNames}, client_id
      having sum(dagen) > 0 or sum(minuten) <> 0
    ),
    geheel as (
      select venster${belowNames}, sum(dagen) as dagen, sum(dagen * dagen) as som_dd,
        count(*) as clusters
      from per_client group by venster${belowNames}
    ),
    deel as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        any_value(ck) as ck, sum(minuten)::double as minuten
      from lang
      join venster_in using (plek, maand)
      where minuten <> 0${known}
      group by venster${names}, client_id
    ),
    cel as (
      select venster${names}, count(*) as clienten, count(*) as bijdragers,
        count(distinct huishouden) as huishoudens, sum(minuten) as som, sum(minuten * minuten) as som_mm, sum(minuten * dagen) as som_md,
        max(minuten, 2) as hoogste, bit_xor(ck)::varchar as ck
      from deel
      join per_client using (venster${belowNames}, client_id)
      group by venster${names}
      having count(*) >= 10
    )${workers ? `, ${WORKERS}` : ''}
    select cel.* exclude (hoogste), hoogste[1] as grootste, coalesce(hoogste[2], 0) as tweede,
      geheel.dagen, geheel.som_dd, geheel.clusters, 0 as bedrag_cent, 0 as bedrag_met_uren_cent
      ${workers ? ', coalesce(personeel.medewerkers, 0) as medewerkers' : ''}
    from cel
    join geheel using (venster${belowNames})
    ${workers ? 'left join personeel using (venster, discipline)' : ''}`;
}

/** Workers of a discipline in each window. */
const WORKERS = `in_dienst as (
      from kern.medewerkers_maand where discipline is not null
    ),
    per_gebied as (
      select gemeente_code, 'team' as niveau, team_id as gebied_code, discipline, maand, medewerkers
      from in_dienst
      union all
      select in_dienst.gemeente_code, 'wijk', team_wijk.wijk_code, discipline, maand, medewerkers
      from in_dienst
      join kern.team_wijk on team_wijk.gemeente_code = in_dienst.gemeente_code
        and team_wijk.team_id = in_dienst.team_id
        and in_dienst.maand between team_wijk.geldig_van and team_wijk.geldig_tot
      union all
      select gemeente_code, 'gemeente', gemeente_code, discipline, maand, sum(medewerkers)
      from in_dienst group by gemeente_code, discipline, maand
    ),
    personeel as (
      select venster, discipline, min(medewerkers) as medewerkers
      from per_gebied
      join plek using (gemeente_code, niveau, gebied_code)
      join venster_in using (plek, maand)
      group by venster, discipline
    )`;
