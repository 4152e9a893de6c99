import type {Interval} from '../../statistics/interval.ts';
import {wilsonInterval} from '../../statistics/wilson-interval.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CellPlace,
  type CountedCell,
  type CubeContext,
  type People,
} from '../cell.ts';
import {protectShare} from '../protect-share.ts';
import {coarse, roundCount, shown, type Figure} from '../protect.ts';
import {dimensionSql} from '../windows.ts';

interface Counted {
  place: CellPlace;
  people: People;
  aantal: number;
  teller: number;
  /** Clients with at least one row in the numerator, and outside it. */
  tellerClienten: number;
  restClienten: number;
}

/**
 * Cells of a share: the ratio of two protected counts. A dimension of `teller_dimensies` splits the
 * numerator only, over the total of the cell without it.
 */
export async function shareCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const {definition} = context;
  const below = dimensions.filter((id) => !definition.tellerDimensies.includes(id));
  const cells = await counted(context, dimensions);
  const totals =
    below.length === dimensions.length ? cells : await counted(context, below, crossed(dimensions));
  const byPlace = new Map(totals.map((total) => [placeKey(total.place, below), total]));
  return cells.flatMap((part): CountedCell[] => {
    const total = byPlace.get(placeKey(part.place, below));
    if (total === undefined) return [];
    const maten = shareFigure(context, part, total);
    return maten === null ? [] : [{place: part.place, maten, clienten: part.people.clienten}];
  });
}

function shareFigure(context: CubeContext, part: Counted, total: Counted): Figure | null {
  const {noise} = context;
  const label = labelOf(context, part.place);
  const totalLabel = labelOf(context, total.place);
  if (!isSeen(context, part.place, part.people)) return null;
  if (!isSeen(context, total.place, total.people)) return null;
  const noemer = roundCount(noise, totalLabel, total.aantal);
  const isPart = part !== total;
  const share = protectShare(noise, isPart ? label : `${label}|deel=teller`, {
    noemer,
    teller: {clienten: part.tellerClienten, aantal: part.teller},
    rest: {
      clienten: isPart ? total.people.clienten - part.tellerClienten : part.restClienten,
      aantal: total.aantal - part.teller,
    },
  });
  if (share === null) return null;
  const {waarde, methode, teller} = share;
  return shown(methode, {
    waarde,
    ...bounds(share, noemer),
    teller,
    noemer,
    aantal: noemer,
    voorlopig: isProvisional(context, part.place),
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
      count(client_id) as clienten, count(distinct huishouden) as huishoudens,
      count(client_id) filter (teller > 0) as teller_clienten,
      count(client_id) filter (teller < aantal) as rest_clienten
    from per_client
    group by venster${names}
    having count(client_id) >= 10`);
  return rows.map((row) => ({
    place: placeOf(context, row, dimensions),
    people: {clienten: Number(row['clienten']), huishoudens: Number(row['huishoudens'])},
    aantal: Number(row['aantal']),
    teller: Number(row['teller']),
    tellerClienten: Number(row['teller_clienten']),
    restClienten: Number(row['rest_clienten']),
  }));
}

/** At the ends of the scale the interval is the end itself: it may not tell the hidden numerator. */
function bounds(
  {waarde, teller, methode}: {waarde: number; teller: number | null; methode: string},
  noemer: number,
): Interval {
  if (teller === null) {
    return methode.endsWith('hooguit')
      ? {ondergrens: 0, bovengrens: waarde}
      : {ondergrens: waarde, bovengrens: 100};
  }
  const {ondergrens, bovengrens} = wilsonInterval(teller, noemer);
  return {
    ondergrens: coarse(100 * ondergrens, noemer),
    bovengrens: coarse(100 * bovengrens, noemer),
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
