import type {Row} from '../../../warehouse/open.ts';
import {studentQuantile} from '../../statistics/student.ts';
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
import {meanStatus, protectError, shown, significant, withheld} from '../protect.ts';
import {costAmounts} from '../protect-amount.ts';

const CENTS = 100;

/**
 * Cells of what a client costs in a period, in euros: a protected mean, of which `teller` is the sum
 * that follows from it (rounded count × mean), so that a sum adds no information. Standard error of
 * a mean, t with n − 1 degrees of freedom.
 */
export async function amountCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  const rows = await context.database.rows(`
    with per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        any_value(ck) as ck, sum(bedrag_cent)::double as cent
      from lang
      join venster_maand using (plek, maand)
      where gekruist >= ${crossed(dimensions)}${known}
      group by venster${names}, client_id
    ),
    cel as (
      select venster${names}, count(*) as clienten, count_if(cent <> 0) as bijdragers,
        count(distinct huishouden) as huishoudens, sum(cent) as som, sum(cent * cent) as kwadraten,
        max(cent, 2) as hoogste, bit_xor(ck)::varchar as ck
      from per_client
      group by venster${names}
      having count(*) >= 10
    )
    select cel.* exclude (hoogste), hoogste[1] as grootste, coalesce(hoogste[2], 0) as tweede
    from cel`);
  return rows.flatMap((row) => amountCell(context, row, dimensions));
}

function amountCell(context: CubeContext, row: Row, dimensions: readonly string[]): CountedCell[] {
  const {noise} = context;
  const place = placeOf(context, row, dimensions);
  const label = labelOf(context, place);
  const clienten = Number(row['clienten']);
  if (!isSeen(context, place, {clienten, huishoudens: Number(row['huishoudens'])})) return [];
  const facts = meanFactsOf(row);
  const status = meanStatus(facts);
  if (status === 'te_klein') return [];
  if (status !== 'ok') return [{place, maten: withheld(status), clienten}];
  const costs = costAmounts(noise, label, facts);
  const mean = costs.per_client_cent.cent ?? 0;
  const squares = Number(row['kwadraten']) - facts.som ** 2 / clienten;
  const error = Math.sqrt(Math.max(0, squares) / (clienten - 1) / clienten);
  const half = studentQuantile(0.975, clienten - 1) * protectError(noise, label, error);
  return [
    {
      place,
      clienten,
      maten: shown('gemiddelde per cliënt, t', {
        waarde: mean / CENTS,
        ondergrens: Math.max(0, significant((mean - half) / CENTS, 3)),
        bovengrens: significant((mean + half) / CENTS, 3),
        teller: (costs.kosten_cent.cent ?? 0) / CENTS,
        noemer: costs.clienten,
        aantal: costs.clienten,
        voorlopig: isProvisional(context, place),
      }),
    },
  ];
}
