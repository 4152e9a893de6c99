import type {Row} from '../../../warehouse/open.ts';
import type {Interval} from '../../statistics/interval.ts';
import {wilsonInterval} from '../../statistics/wilson-interval.ts';
import {
  isProvisional,
  labelOf,
  PLACE_COLUMNS,
  placeOf,
  type Cell,
  type CellPlace,
  type CubeContext,
} from '../cell.ts';
import {coarse, isVisible, protectShare, roundCount, withheld, type Group} from '../protect.ts';
import {dimensionSql} from '../windows.ts';

interface Counted {
  place: CellPlace;
  group: Group;
  aantal: number;
  teller: number;
}

/**
 * Cells of a share: the ratio of two protected counts. A dimension of `teller_dimensies` splits the
 * numerator only, over the total of the cell without it.
 */
export async function shareCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<Cell[]> {
  const {definition, noise} = context;
  const below = dimensions.filter((id) => !definition.tellerDimensies.includes(id));
  const cells = await counted(context, dimensions);
  const totals = below.length === dimensions.length ? cells : await counted(context, below);
  const byPlace = new Map(totals.map((total) => [placeKey(total.place, below), total]));
  return cells.flatMap(({place, group, teller}): Cell[] => {
    const total = byPlace.get(placeKey(place, below));
    const label = labelOf(context, place);
    if (total === undefined || !isVisible(noise, label, group)) return [];
    const totalLabel = labelOf(context, total.place);
    if (!isVisible(noise, totalLabel, total.group)) return [];
    const noemer = roundCount(noise, totalLabel, total.aantal);
    const numerator = Math.min(noemer, roundCount(noise, label, teller));
    const share = protectShare(numerator, noemer);
    if (share === null) return [];
    return [
      {
        place,
        maten: {
          ...withheld('ok', share.methode),
          waarde: share.waarde,
          ...bounds(share, noemer, wilsonInterval(numerator, noemer)),
          teller: share.tellerZichtbaar ? numerator : null,
          noemer,
          aantal: noemer,
          voorlopig: isProvisional(context, place),
        },
      },
    ];
  });
}

async function counted({database}: CubeContext, dimensions: readonly string[]): Promise<Counted[]> {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'lang.datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const rows = await database.rows(`
    with geteld as (
      select ${PLACE_COLUMNS}, van, tot, client_id, huishouden, teller${names}
      from (
        select venster.*, lang.client_id, lang.huishouden, lang.teller${dims}
        from lang
        join venster on venster.gemeente_code = lang.gemeente_code
          and venster.niveau = lang.niveau
          and venster.gebied_code = lang.gebied_code
          and lang.datum between venster.van and venster.tot
      )
    )
    select ${PLACE_COLUMNS}${names}, any_value(van)::varchar as van, any_value(tot)::varchar as tot,
      count(*) as aantal, sum(teller) as teller, count(distinct client_id) as clienten,
      count(distinct huishouden) as huishoudens
    from geteld
    group by ${PLACE_COLUMNS}${names}
    having count(distinct client_id) >= 10`);
  return rows.map((row) => ({
    place: placeOf(row, dimensions),
    group: groupOf(row),
    aantal: Number(row['aantal']),
    teller: Number(row['teller']),
  }));
}

/** At the ends of the scale the interval is the end itself: it may not tell the hidden numerator. */
function bounds(
  {waarde, tellerZichtbaar}: {waarde: number; tellerZichtbaar: boolean},
  noemer: number,
  {ondergrens, bovengrens}: Interval,
): Interval {
  if (!tellerZichtbaar) {
    return waarde < 50
      ? {ondergrens: 0, bovengrens: waarde}
      : {ondergrens: waarde, bovengrens: 100};
  }
  return {
    ondergrens: coarse(100 * ondergrens, noemer),
    bovengrens: coarse(100 * bovengrens, noemer),
  };
}

function groupOf(row: Row): Group {
  return {
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    inwoners: null,
  };
}

function placeKey(
  {gemeente, niveau, code, periodesoort, periode, dimensies}: CellPlace,
  ids: readonly string[],
): string {
  return [gemeente, niveau, code, periodesoort, periode, ...ids.map((id) => dimensies[id])].join(
    ' ',
  );
}
