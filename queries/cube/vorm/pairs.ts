import type {Row} from '../../../warehouse/open.ts';
import {
  isProvisional,
  labelOf,
  PLACE_COLUMNS,
  placeOf,
  type Cell,
  type CubeContext,
} from '../cell.ts';
import {dominatesEvents, isVisible, withheld} from '../protect.ts';
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
): Promise<Cell[]> {
  const rows = await context.database.rows(pairsSql(dimensions));
  return rows.flatMap((row) => pairCell(context, row, dimensions));
}

function pairsSql(dimensions: readonly string[]): string {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'lang.datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with paar as (
      select venster.*, lang.client_id, lang.huishouden,
        lang.eind > lang.start or (lang.maat = 'gelijk_of_hoger' and lang.eind = lang.start)
          as gehaald${dims}
      from lang
      join venster on venster.gemeente_code = lang.gemeente_code
        and venster.niveau = lang.niveau
        and venster.gebied_code = lang.gebied_code
        and lang.datum between venster.van and venster.tot
      where lang.maat = 'gelijk_of_hoger'
        or (lang.maat = 'hoger' and lang.start < lang.hoogste)
    ),
    per_client as (
      select ${PLACE_COLUMNS}${names}, client_id, any_value(van) as van, any_value(tot) as tot,
        any_value(huishouden) as huishouden, count(*) as paren, count_if(gehaald) as gehaald
      from paar
      where true${known}
      group by ${PLACE_COLUMNS}${names}, client_id
    )
    select ${PLACE_COLUMNS}${names}, any_value(van)::varchar as van, any_value(tot)::varchar as tot,
      sum(paren) as aantal, sum(gehaald) as teller, count(*) as clienten,
      count(distinct huishouden) as huishoudens, max(paren) as grootste
    from per_client
    group by ${PLACE_COLUMNS}${names}
    having count(*) >= 10`;
}

/** The protected cell of one aggregate row, or none where the group is too small to show. */
export function pairCell(context: CubeContext, row: Row, dimensions: readonly string[]): Cell[] {
  const {noise, definition} = context;
  const place = placeOf(row, dimensions);
  const label = labelOf(context, place);
  const group = {
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    inwoners: null,
  };
  if (!isVisible(noise, label, group)) return [];
  const aantal = Number(row['aantal']);
  if (dominatesEvents(Number(row['grootste']), aantal))
    return [{place, maten: withheld('dominantie')}];
  const maten = shareFigure(
    noise,
    {label: numeratorLabel(label, definition.id), aantal: Number(row['teller'])},
    {label, aantal},
  );
  return maten === null
    ? []
    : [{place, maten: {...maten, voorlopig: isProvisional(context, place)}}];
}
