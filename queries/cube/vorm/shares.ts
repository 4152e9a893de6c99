import type {Row} from '../../../warehouse/open.ts';
import {
  crossed,
  isProvisional,
  labelOf,
  placeOf,
  type Cell,
  type CellPlace,
  type CubeContext,
} from '../cell.ts';
import {denominatorAges} from '../people.ts';
import {isVisible, roundCount, type Group} from '../protect.ts';
import {dimensionSql} from '../windows.ts';
import {numeratorLabel, shareFigure} from './share-figure.ts';

interface Counted {
  place: CellPlace;
  group: Group;
  aantal: number;
  teller: number;
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
    if (total.aantal < definition.minimum) return [];
    const own = label === totalLabel ? numeratorLabel(label, definition.id) : label;
    const maten = shareFigure(
      noise,
      {label: own, aantal: teller},
      {label: totalLabel, aantal: total.aantal},
    );
    if (maten === null) return [];
    const dekking = coverage(context, totalLabel, total);
    return [{place, maten: {...maten, voorlopig: isProvisional(context, place), dekking}}];
  });
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
      count(client_id) as clienten, count(distinct huishouden) as huishoudens
    from per_client
    group by venster${names}
    having count(client_id) >= 10`);
  return rows.map((row) => {
    const place = placeOf(context, row, dimensions);
    return {
      place,
      group: groupOf(context, place, row),
      aantal: Number(row['aantal']),
      teller: Number(row['teller']),
      gedekt: row['gedekt'] === null ? null : Number(row['gedekt']),
    };
  });
}

function groupOf({people, definition}: CubeContext, place: CellPlace, row: Row): Group {
  const ages = denominatorAges(place.dimensies, definition.noemerLeeftijd);
  return {
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    inwoners: people.inhabitants(place, place.tot, ages),
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
