import {z} from 'zod';
import {NIVEAUS, type Cijfer} from '../../../queries/contract/figure.ts';
import type {NettoVerandering, Indicatordeel} from '../../../queries/contract/indicator.ts';
import {netChange} from '../../../queries/judgement/net-change.ts';
import {
  checkFigureQuestion,
  findIndicator,
  oneGemeente,
  seriesParameters,
} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** Of paired scores: how many more rose than fell, per area, period and part. */
export const nettoveranderingRoute = publicationRoute({
  path: '/nettoverandering',
  naam: 'nettoverandering',
  samenvatting: 'Van twee metingen per persoon: hoeveel er meer omhoog gingen dan omlaag.',
  query: seriesParameters,
  params: NOTHING,
  antwoord: z.object({
    publicatie: z.string(),
    indicator: z.string(),
    netto: z
      .array(
        z.object({
          gebied: z.string(),
          niveau: z.enum(NIVEAUS),
          periode: z.string(),
          dimensies: z.record(z.string(), z.string()),
          beter: z.number(),
          slechter: z.number(),
          aantal: z.number(),
          waarde: z.number().meta({description: 'In procentpunten van alle paren.'}),
          ondergrens: z.number(),
          bovengrens: z.number(),
          zin: z.string(),
        }),
      )
      .meta({description: 'Alleen waar beide aantallen te tonen zijn.'}),
  }),
  vormen: ['json'],
  alsoCheck: checkFigureQuestion,
  async answer(publication, {indicator: id, niveau, gebied, periodesoort, ...query}) {
    const {netto: parts, zonder_totaal: uitsplitsen} = findIndicator(publication, id);
    const gemeente = oneGemeente(publication, query.gemeente);
    const ask = async ({indicator, knopen: filters}: Indicatordeel): Promise<Cijfer[]> => {
      const area = {gemeente, niveau, gebied, periodesoort};
      return (await publication.cijfers({indicator, ...area, filters, uitsplitsen})).cijfers;
    };
    const netto =
      parts === null
        ? []
        : pairUp(await ask(parts.gelijk_of_hoger), await ask(parts.hoger), uitsplitsen);
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, indicator: id, netto}};
  },
});

function pairUp(
  stable: readonly Cijfer[],
  risen: readonly Cijfer[],
  dimensions: readonly string[],
): NettoVerandering[] {
  const keyOf = ({gebied, periode, dimensies}: Cijfer): string =>
    [gebied, periode, ...dimensions.map((id) => dimensies[id])].join('|');
  const byKey = new Map(risen.map((cijfer) => [keyOf(cijfer), cijfer]));
  return stable.flatMap((cijfer) => {
    const other = byKey.get(keyOf(cijfer));
    const net = other === undefined ? null : netChange(cijfer, other);
    if (net === null) return [];
    const {gebied, niveau, periode} = cijfer;
    const dimensies = Object.fromEntries(dimensions.map((id) => [id, cijfer.dimensies[id] ?? '']));
    return [{gebied, niveau, periode, dimensies, ...net}];
  });
}
