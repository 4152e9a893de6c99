import {z} from 'zod';
import {NIVEAUS} from '../../../queries/contract/figure.ts';
import {checkFigureQuestion, oneGemeente, seriesParameters} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** How a duration runs off: the share still open, per area and period, with the 0-meting. */
export const overlevingscurveRoute = publicationRoute({
  path: '/overlevingscurve',
  naam: 'overlevingscurve',
  samenvatting: 'Van een doorlooptijd of wachttijd: welk deel na zoveel dagen nog open is.',
  query: seriesParameters,
  params: NOTHING,
  antwoord: z.object({
    publicatie: z.string(),
    indicator: z.string(),
    curven: z.array(
      z.object({
        gebied: z.string(),
        niveau: z.enum(NIVEAUS),
        periode: z.string().meta({description: 'Een periode, of `nulmeting`.'}),
        punten: z
          .array(z.object({dag: z.int(), open: z.int().meta({description: 'Hele procenten.'})}))
          .meta({description: 'Stappen waarin minstens vijf eindigden.'}),
      }),
    ),
  }),
  vormen: ['json'],
  alsoCheck: checkFigureQuestion,
  async answer(publication, {indicator, niveau, gebied, periodesoort, ...query}) {
    const gemeente = oneGemeente(publication, query.gemeente);
    const vraag = {indicator, gemeente, niveau, gebied, periodesoort};
    const curven = await publication.overleving(vraag);
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, indicator, curven}};
  },
});
