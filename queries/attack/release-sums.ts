import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import {dimensionSql} from '../cube/windows.ts';
import type {Slice} from './release-table.ts';
import {rate, type AttackResult} from './result.ts';

const MOST_NEAR = 0.25;
const NEAR = 0.15;
const MOST_OTHERS = 3;

/**
 * A9 on a real release: hours of an area minus the hours of one category in it, where one to three
 * clients make the difference; does that tell the largest of them?
 */
export async function releaseDominance(
  database: Database,
  publicatie: string,
  cases: readonly {definition: Definition; slice: Slice}[],
): Promise<AttackResult> {
  let tried = 0;
  let near = 0;
  for (const {definition, slice} of cases) {
    for (const dimension of definition.uitsplitsingen) {
      const {gemeente, periodesoort, periode, van, tot} = slice;
      const rows = await database.rows(pairsSql(publicatie, definition, dimension), {
        gemeente,
        periodesoort,
        periode,
        van,
        tot,
      });
      for (const {schatting, grootste} of rows) {
        tried += 1;
        if (Math.abs(Number(schatting) - Number(grootste)) <= NEAR * Number(grootste)) near += 1;
      }
    }
  }
  return {
    id: 'A9',
    poging: 'De uren van een groep min die van de groep zonder haar grootste cliënt',
    geslaagd: near <= MOST_NEAR * tried,
    gemeten: {paren: tried, binnen_15_procent: rate(near, tried)},
    grens: 'hooguit 25% binnen 15%',
  };
}

function pairsSql(publicatie: string, definition: Definition, dimension: string): string {
  const {id, sql, uitsplitsingen} = definition;
  const others = uitsplitsingen.filter((one) => one !== dimension);
  const whole = others.map((one) => `and ${one} = 'alle'`).join(' ');
  return `
    with rij as (
      select *, ${dimensionSql(dimension, 'maand')} as knoop from (${sql})
      where gemeente_code = $gemeente and maand between $van::date and $tot::date
    ),
    lang as (
      select 'gemeente' as niveau, gemeente_code as gebied, client_id, knoop, minuten from rij
      union all select 'team' as niveau, team_id as gebied, client_id, knoop, minuten from rij
      union all select 'wijk' as niveau, wijk_code as gebied, client_id, knoop, minuten from rij
    ),
    binnen as (select distinct niveau, gebied, knoop, client_id from lang),
    paar as (
      select cel.niveau, cel.gebied, cel.knoop,
        count(distinct lang.client_id) as anderen
      from (select distinct niveau, gebied, knoop from lang where knoop is not null) as cel
      join lang on lang.niveau = cel.niveau and lang.gebied = cel.gebied
      anti join binnen on binnen.niveau = lang.niveau and binnen.gebied = lang.gebied
        and binnen.knoop = cel.knoop and binnen.client_id = lang.client_id
      group by cel.niveau, cel.gebied, cel.knoop
      having anderen <= ${MOST_OTHERS}
    ),
    grootste as (
      select paar.niveau, paar.gebied, paar.knoop, lang.client_id, sum(lang.minuten) / 60 as uren
      from paar
      join lang on lang.niveau = paar.niveau and lang.gebied = paar.gebied
      anti join binnen on binnen.niveau = lang.niveau and binnen.gebied = lang.gebied
        and binnen.knoop = paar.knoop and binnen.client_id = lang.client_id
      group by paar.niveau, paar.gebied, paar.knoop, lang.client_id
      qualify row_number() over (
        partition by paar.niveau, paar.gebied, paar.knoop order by uren desc
      ) = 1
    ),
    getoond as (
      select * from ${publicatie}.cijfer_${id} where status = 'ok' and gemeente_code = $gemeente
        and periodesoort = $periodesoort and periode = $periode ${whole}
    )
    select deel.aantal, geheel.waarde * geheel.aantal - deel.waarde * deel.aantal as schatting,
      grootste.uren as grootste
    from grootste
    join getoond as geheel on geheel.niveau = grootste.niveau
      and geheel.gebied_code = grootste.gebied and geheel.${dimension} = 'alle'
    join getoond as deel on deel.niveau = grootste.niveau
      and deel.gebied_code = grootste.gebied and deel.${dimension} = grootste.knoop`;
}
