import type {Row} from '../../../warehouse/open.ts';
import {poissonInterval} from '../../statistics/poisson-interval.ts';
import {
  isProvisional,
  labelOf,
  PLACE_COLUMNS,
  placeOf,
  type Cell,
  type CubeContext,
} from '../cell.ts';
import {denominatorAges} from '../people.ts';
import {dominatesEvents, isVisible, roundCount, significant, withheld} from '../protect.ts';
import {dimensionSql} from '../windows.ts';

const PER = 1000;

/** Cells of a form that counts: events in a period (`aantal`), or what is there on its last day (`stand`). */
export async function countCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<Cell[]> {
  const {database, definition} = context;
  const isStock = definition.vorm === 'stand';
  const rows = await database.rows(countSql(isStock, dimensions));
  return rows.flatMap((row) => countCell(context, row, dimensions));
}

function countSql(isStock: boolean, dimensions: readonly string[]): string {
  const date = isStock ? 'venster.tot' : 'lang.datum';
  const dims = dimensions.map((id) => `, ${dimensionSql(id, date)} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const within = isStock
    ? 'lang.van <= venster.tot and lang.tot >= venster.tot'
    : 'lang.datum between venster.van and venster.tot';
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with per_client as (
      select ${PLACE_COLUMNS}${names}, client_id, any_value(venster_van) as van,
        any_value(venster_tot) as tot, any_value(huishouden) as huishouden, sum(aantal) as aantal
      from (
        select venster.*, venster.van as venster_van, venster.tot as venster_tot,
          lang.client_id, lang.huishouden, lang.aantal${dims}
        from lang
        join venster on venster.gemeente_code = lang.gemeente_code
          and venster.niveau = lang.niveau
          and venster.gebied_code = lang.gebied_code
          and ${within}
      )
      where true${known}
      group by ${PLACE_COLUMNS}${names}, client_id
    )
    select ${PLACE_COLUMNS}${names}, any_value(van)::varchar as van, any_value(tot)::varchar as tot,
      sum(aantal) as aantal,
      count(client_id) as clienten,
      count(distinct huishouden) as huishoudens,
      coalesce(max(aantal) filter (client_id is not null), 0) as grootste
    from per_client
    group by ${PLACE_COLUMNS}${names}
    having count(client_id) >= 10`;
}

function countCell(context: CubeContext, row: Row, dimensions: readonly string[]): Cell[] {
  const {noise, people, definition} = context;
  const place = placeOf(row, dimensions);
  const label = labelOf(context, place);
  const ages = denominatorAges(place.dimensies, definition.noemerLeeftijd);
  const inwoners = people.inhabitants(place, place.tot, ages);
  const group = {
    clienten: Number(row['clienten']),
    huishoudens: Number(row['huishoudens']),
    inwoners,
  };
  if (!isVisible(noise, label, group)) return [];
  const events = Number(row['aantal']);
  if (dominatesEvents(Number(row['grootste']), events))
    return [{place, maten: withheld('dominantie')}];
  const count = roundCount(noise, label, events);
  const noemer =
    definition.noemerSoort === 'inwoners'
      ? inwoners
      : people.personYears(place, place.van, place.tot, ages);
  if (noemer === null) return [{place, maten: withheld('ontbreekt')}];
  const {ondergrens, bovengrens, methode} = poissonInterval(count);
  const rate = (events: number): number => significant((PER * events) / noemer, 4);
  return [
    {
      place,
      maten: {
        ...withheld('ok', methode),
        waarde: rate(count),
        ondergrens: rate(ondergrens),
        bovengrens: rate(bovengrens),
        teller: count,
        noemer: significant(noemer, 6),
        aantal: count,
        voorlopig: isProvisional(context, place) || people.isProvisional(place, place.tot),
      },
    },
  ];
}
