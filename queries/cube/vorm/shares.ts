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
import {roundCount, type Figure} from '../protect.ts';
import {dimensionSql} from '../windows.ts';
import {numeratorLabel, shareFigure} from './share-figure.ts';

interface Counted {
  place: CellPlace;
  people: People;
  aantal: number;
  teller: number;
  /** Clients with at least one row in the numerator, and outside it. */
  tellerClienten: number;
  restClienten: number;
  /** Of how many the source knew the answer; null where that has no meaning. */
  gedekt: number | null;
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
    if (total === undefined || total.aantal < definition.minimum) return [];
    if (!isSeen(context, part.place, part.people)) return [];
    if (!isSeen(context, total.place, total.people)) return [];
    const maten = figureOf(context, part, total);
    return maten === null ? [] : [{place: part.place, maten, clienten: part.people.clienten}];
  });
}

function figureOf(context: CubeContext, part: Counted, total: Counted): Figure | null {
  const {noise, definition} = context;
  const label = labelOf(context, part.place);
  const totalLabel = labelOf(context, total.place);
  const isPart = part !== total;
  const rest = isPart ? total.people.clienten - part.tellerClienten : part.restClienten;
  return shareFigure(
    noise,
    {
      label: label === totalLabel ? numeratorLabel(label, definition.id) : label,
      teller: {clienten: part.tellerClienten, aantal: part.teller},
      rest: {clienten: rest, aantal: total.aantal - part.teller},
      noemer: {label: totalLabel, aantal: total.aantal},
    },
    {
      voorlopig: isProvisional(context, part.place),
      dekking: coverage(context, totalLabel, total),
    },
  );
}

/** The share of the units of which the source knew the answer, in steps of 0.05. */
function coverage({noise}: CubeContext, label: string, {aantal, gedekt}: Counted): number | null {
  if (gedekt === null) return null;
  const known = roundCount(noise, `${label}|gedekt`, gedekt) / roundCount(noise, label, aantal);
  return Math.min(1, Math.round(20 * known) / 20);
}

async function counted(
  context: CubeContext,
  dimensions: readonly string[],
  most = crossed(dimensions),
): Promise<Counted[]> {
  const {telt, metDekking} = context.definition;
  const isPersons = telt === 'personen';
  const aantal = isPersons ? '1' : 'sum(aantal)';
  const teller = isPersons ? 'max(teller)' : 'sum(teller)';
  const gedekt = metDekking ? 'gedekt' : 'null::integer as gedekt';
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  const rows = await context.database.rows(`
    with rij as (
      select plek, maand, client_id, any_value(huishouden) as huishouden, count(*) as aantal,
        ${teller} as teller, sum(gedekt) as gedekt${names}
      from (select plek, maand, client_id, huishouden, teller, ${gedekt}${dims} from lang)
      where true${known}
      group by plek, maand, client_id${names}
    ),
    per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        ${aantal} as aantal, ${teller} as teller, sum(gedekt) as gedekt
      from rij
      join venster_maand using (plek, maand)
      where gekruist >= ${most}
      group by venster${names}, client_id
    )
    select venster${names}, sum(aantal) as aantal, sum(teller) as teller, sum(gedekt) as gedekt,
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
    gedekt: row['gedekt'] === null ? null : Number(row['gedekt']),
    tellerClienten: Number(row['teller_clienten']),
    restClienten: Number(row['rest_clienten']),
  }));
}

function placeKey(
  {gemeente, niveau, code, periodesoort, periode, dimensies}: CellPlace,
  ids: readonly string[],
): string {
  return [gemeente, niveau, code, periodesoort, periode, ...ids.map((id) => dimensies[id])].join(
    ' ',
  );
}
