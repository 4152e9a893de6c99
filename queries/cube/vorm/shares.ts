import type {Row} from '../../../warehouse/open.ts';
import type {Interval} from '../../statistics/interval.ts';
import {wilsonInterval} from '../../statistics/wilson-interval.ts';
import {
  crossed,
  isProvisional,
  labelOf,
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
  const totals =
    below.length === dimensions.length ? cells : await counted(context, below, crossed(dimensions));
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

async function counted(
  context: CubeContext,
  dimensions: readonly string[],
  most = crossed(dimensions),
): Promise<Counted[]> {
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const rows = await context.database.rows(`
    with rij as (
      select plek, maand, client_id, any_value(huishouden) as huishouden, count(*) as aantal,
        sum(teller) as teller${names}
      from (select plek, maand, client_id, huishouden, teller${dims} from lang)
      group by plek, maand, client_id${names}
    ),
    per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        sum(aantal) as aantal, sum(teller) as teller
      from rij
      join venster_maand using (plek, maand)
      where gekruist >= ${most}
      group by venster${names}, client_id
    )
    select venster${names}, sum(aantal) as aantal, sum(teller) as teller,
      count(client_id) as clienten, count(distinct huishouden) as huishoudens
    from per_client
    group by venster${names}
    having count(client_id) >= 10`);
  return rows.map((row) => ({
    place: placeOf(context, row, dimensions),
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
