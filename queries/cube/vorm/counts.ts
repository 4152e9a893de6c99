import type {Row} from '../../../warehouse/open.ts';
import type {Definition} from '../../catalogue.ts';
import {poissonInterval} from '../../statistics/poisson-interval.ts';
import {
  crossed,
  isProvisional,
  isSeen,
  labelOf,
  placeOf,
  type CountedCell,
  type CubeContext,
} from '../cell.ts';
import {denominatorAges} from '../people.ts';
import {dominatesEvents, roundCount, shown, significant, withheld} from '../protect.ts';
import {dimensionSql} from '../windows.ts';

const PER = 1000;

/** Cells of a form that counts: events in a period (`aantal`), or what is there on its last day (`stand`). */
export async function countCells(
  context: CubeContext,
  dimensions: readonly string[],
): Promise<CountedCell[]> {
  const {database} = context;
  const rows = await database.rows(countSql(context.definition, dimensions));
  return rows.flatMap((row) => countCell(context, row, dimensions));
}

/**
 * A row of several without a client is a bare count of people, as some teams deliver their waiting list:
 * as many persons. An anonymous question (a row of one) is nobody who could be counted.
 */
const BARE = 'coalesce(sum(aantal) filter (client_id is null and aantal > 1), 0)::bigint as kaal';

function countSql({telt}: Definition, dimensions: readonly string[]): string {
  // A person counts once in a cell, however many rows he has there.
  const total = telt === 'personen' ? 'max' : 'sum';
  const dims = dimensions.map((id) => `, ${dimensionSql(id, 'datum')} as ${id}`).join('');
  const names = dimensions.map((id) => `, ${id}`).join('');
  const known = dimensions.map((id) => ` and ${id} is not null`).join('');
  return `
    with rij as (
      select plek, maand, client_id, any_value(huishouden) as huishouden,
        ${total}(aantal) as aantal, ${BARE}${names}
      from (select plek, maand, client_id, huishouden, aantal${dims} from lang)
      where true${known}
      group by plek, maand, client_id${names}
    ),
    per_client as (
      select venster${names}, client_id, any_value(huishouden) as huishouden,
        ${total}(aantal) as aantal, sum(kaal) as kaal
      from rij
      join venster_maand using (plek, maand)
      where gekruist >= ${crossed(dimensions)}
      group by venster${names}, client_id
    )
    select venster${names}, sum(aantal) as aantal, count(client_id) + sum(kaal) as clienten,
      count(distinct huishouden) + sum(kaal) as huishoudens,
      coalesce(max(aantal) filter (client_id is not null), 0) as grootste
    from per_client
    group by venster${names}
    having count(client_id) + sum(kaal) >= 10`;
}

function countCell(context: CubeContext, row: Row, dimensions: readonly string[]): CountedCell[] {
  const {noise, people, definition} = context;
  const place = placeOf(context, row, dimensions);
  const label = labelOf(context, place);
  const ages = denominatorAges(place.dimensies, definition.noemerLeeftijd);
  const clienten = Number(row['clienten']);
  if (!isSeen(context, place, {clienten, huishoudens: Number(row['huishoudens'])})) return [];
  const events = Number(row['aantal']);
  if (dominatesEvents(Number(row['grootste']), events))
    return [{place, maten: withheld('dominantie'), clienten}];
  const count = roundCount(noise, label, events);
  const {ondergrens, bovengrens, methode} = poissonInterval(count);
  const plain = definition.noemerSoort === 'geen';
  // Of who was reached in a year the inhabitants are those of all its days: a team can get a wijk.
  const noemer =
    definition.vorm === 'stand'
      ? people.inhabitants(place, place.tot, ages)
      : people.personYears(place, place.van, place.tot, ages);
  if ((noemer === null || noemer === 0) && !plain)
    return [{place, maten: withheld('ontbreekt'), clienten}];
  const rate = (events: number): number =>
    significant(plain || noemer === null ? events : (PER * events) / noemer, 4);
  return [
    {
      place,
      clienten,
      maten: shown(methode, {
        waarde: rate(count),
        ondergrens: rate(ondergrens),
        bovengrens: rate(bovengrens),
        teller: count,
        noemer: plain || noemer === null ? null : significant(noemer, 6),
        aantal: count,
        voorlopig:
          isProvisional(context, place) || (!plain && people.isProvisional(place, place.tot)),
      }),
    },
  ];
}
