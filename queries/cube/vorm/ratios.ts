import {studentQuantile} from '../../statistics/student.ts';
import type {Row} from '../../../warehouse/open.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  meanFactsOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {
  enoughWorkers,
  meanStatus,
  noisySum,
  protectError,
  roundCount,
  roundMean,
  shown,
  significant,
  withheld,
} from '../protect.ts';
import {dimensionSql} from '../windows.ts';
import {splitRatioSql} from './ratio-split.ts';

const DAYS_PER_YEAR = 365.25;
const MINUTES_PER_HOUR = 60;

/**
 * Cells of hours per client-year: sum of minutes over the union of days in care. Clients are the
 * clusters of the interval (Taylor linearisation, t with n − 1 degrees of freedom; Cochran 1977).
 * A dimension of `teller_dimensies` splits the minutes only, over all days of the cell without it.
 */
export async function ratioCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const split = dimensions.some((id) => context.definition.tellerDimensies.includes(id));
  const rows = await context.database.rows(
    split ? splitRatioSql(context.definition, dimensions) : ratioSql(dimensions),
  );
  return rows.flatMap((row) => ratioCell(context, row, dimensions));
}

function ratioSql(dimensions: readonly string[]): string {
  const ages = dimensions
    .filter((id) => id.startsWith('leeftijd'))
    .map((id) => `, ${dimensionSql(id, 'maand')} as ${id}`)
    .join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with client_maand as (
      select plek, maand, client_id${names},
        any_value(huishouden) as huishouden, any_value(ck) as ck, sum(minuten) as minuten,
        bit_count(bit_or(dagmasker)) as dagen, sum(bedrag_cent) as bedrag_cent,
        sum(bedrag_met_uren_cent) as bedrag_met_uren_cent
      from (select *${ages} from lang)
      where true${known}
      group by plek, maand, client_id${names}
    ),
    per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        any_value(ck) as ck, sum(minuten)::double as minuten, sum(dagen)::double as dagen,
        sum(bedrag_cent) as bedrag_cent, sum(bedrag_met_uren_cent) as bedrag_met_uren_cent
      from client_maand
      join venster_maand using (plek, maand)
      where gekruist >= ${crossed(dimensions)}
      group by venster${names}, client_id
    ),
    cel as (
      select venster${names}, count(*) as clienten, count(*) as clusters,
        count_if(minuten <> 0) as bijdragers, count(distinct huishouden) as huishoudens,
        sum(minuten) as som, sum(dagen) as dagen, sum(minuten * minuten) as som_mm,
        sum(minuten * dagen) as som_md, sum(dagen * dagen) as som_dd, max(minuten, 2) as hoogste,
        bit_xor(ck)::varchar as ck, sum(bedrag_cent) as bedrag_cent,
        sum(bedrag_met_uren_cent) as bedrag_met_uren_cent
      from per_client
      where dagen > 0 or minuten <> 0
      group by venster${names}
      having count(*) >= 10
    )
    select cel.* exclude (hoogste), hoogste[1] as grootste, coalesce(hoogste[2], 0) as tweede
    from cel`;
}

function ratioCell(context: CubeContext, row: Row, dimensions: readonly string[]): CountedCell[] {
  const {noise} = context;
  const place = placeOf(context, row, dimensions);
  const label = labelOf(context, place);
  const clienten = Number(row['clienten']);
  const clusters = Number(row['clusters']);
  const dagen = Number(row['dagen']);
  const people = {clienten, huishoudens: Number(row['huishoudens'])};
  if (row['medewerkers'] !== undefined && !enoughWorkers(Number(row['medewerkers']))) return [];
  if (!isSeen(context, place, people) || dagen === 0) return [];
  const facts = meanFactsOf(row);
  const status = meanStatus(facts);
  if (status === 'te_klein') return [];
  if (status !== 'ok') return [{place, maten: withheld(status), clienten}];
  const perYear = (minutes: number): number => (minutes / MINUTES_PER_HOUR / dagen) * DAYS_PER_YEAR;
  const waarde = perYear(noisySum(noise, label, facts));
  const ratio = facts.som / dagen;
  const squares =
    Number(row['som_mm']) -
    2 * ratio * Number(row['som_md']) +
    ratio * ratio * Number(row['som_dd']);
  const error = Math.sqrt((clusters / (clusters - 1)) * Math.max(0, squares));
  const half = studentQuantile(0.975, clusters - 1) * protectError(noise, label, perYear(error));
  const bedrag = Number(row['bedrag_cent']);
  const dekking = bedrag > 0 ? Number(row['bedrag_met_uren_cent']) / bedrag : null;
  return [
    {
      place,
      clienten,
      maten: shown('verhouding van sommen, t', {
        waarde: roundMean(waarde, perYear(1)),
        ondergrens: Math.max(0, significant(waarde - half, 3)),
        bovengrens: significant(waarde + half, 3),
        aantal: roundCount(noise, label, clienten),
        voorlopig: isProvisional(context, place),
        dekking: dekking === null ? null : Math.min(1, Math.max(0, Math.round(20 * dekking) / 20)),
      }),
    },
  ];
}
