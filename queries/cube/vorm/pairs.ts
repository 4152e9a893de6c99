import type {Row} from '../../../warehouse/open.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {dominatesEvents, withheld} from '../protect.ts';
import {dimensionSql} from '../windows.ts';
import {numeratorLabel, shareFigure} from './share-figure.ts';

/**
 * Cells of paired scores, counted on the date of the end. What a row says in `maat` is counted:
 * `hoger` = the share that rose, of those who could (start below the top of the scale);
 * `gelijk_of_hoger` = the share that rose or stayed, of all. Scores are ordinal: they are compared,
 * never added.
 */
export async function pairCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const rows = await context.database.rows(pairsSql(dimensions));
  return rows.flatMap((row) => pairCell(context, row, dimensions));
}

function pairsSql(dimensions: readonly string[]): string {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with rij as (
      select plek, maand, client_id, any_value(huishouden) as huishouden, count(*) as paren,
        count_if(eind > start or (maat = 'gelijk_of_hoger' and eind = start)) as gehaald${names}
      from (select plek, maand, client_id, huishouden, start, eind, maat, hoogste${dims} from lang)
      where (maat = 'gelijk_of_hoger' or (maat = 'hoger' and start < hoogste))${known}
      group by plek, maand, client_id${names}
    ),
    per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        sum(paren) as paren, sum(gehaald) as gehaald
      from rij
      join venster_maand using (plek, maand)
      where gekruist >= ${crossed(dimensions)}
      group by venster${names}, client_id
    )
    select venster${names}, sum(paren) as aantal, sum(gehaald) as teller, count(*) as clienten,
      count(distinct huishouden) as huishoudens, max(paren) as grootste,
      count_if(gehaald > 0) as teller_clienten, count_if(gehaald < paren) as rest_clienten
    from per_client
    group by venster${names}
    having count(*) >= 10`;
}

/** The protected cell of one aggregate row, or none where the group is too small to show. */
export function pairCell(
  context: CubeContext,
  row: Row,
  dimensions: readonly string[],
): CountedCell[] {
  const {noise, definition} = context;
  const place = placeOf(context, row, dimensions);
  const label = labelOf(context, place);
  const clienten = Number(row['clienten']);
  if (!isSeen(context, place, {clienten, huishoudens: Number(row['huishoudens'])})) return [];
  const aantal = Number(row['aantal']);
  if (dominatesEvents(Number(row['grootste']), aantal))
    return [{place, maten: withheld('dominantie'), clienten}];
  const teller = Number(row['teller']);
  const maten = shareFigure(
    noise,
    {
      label: numeratorLabel(label, definition.id),
      teller: {clienten: Number(row['teller_clienten']), aantal: teller},
      rest: {clienten: Number(row['rest_clienten']), aantal: aantal - teller},
      noemer: {label, aantal},
    },
    {voorlopig: isProvisional(context, place)},
  );
  return maten === null ? [] : [{place, maten, clienten}];
}
