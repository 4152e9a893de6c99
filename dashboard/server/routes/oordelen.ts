import {z} from 'zod';
import {NIVEAUS} from '../../../queries/contract/figure.ts';
import {VERGELIJKINGEN} from '../../../queries/contract/verdict.ts';
import {oordeel} from '../answer-schemas.ts';
import {unknownValue} from '../check-query.ts';
import {checkGebied, checkGemeente, findIndicator, oneGemeente} from '../figure-question.ts';
import {judgeGemeente, judgeParts, type Judgement} from '../judgement.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** Each figure against its 0-meting, its gemeente, other gemeenten or its target, in words. */
export function oordelenRoute(judgement: Judgement) {
  return publicationRoute({
    path: '/oordelen',
    naam: 'oordelen',
    samenvatting: 'Beter, slechter of niet te zeggen: elk cijfer tegen zijn 0-meting of een ander.',
    query: z.object({
      gemeente: z.string().optional(),
      gebied: z.string().optional(),
      niveau: z.enum(NIVEAUS).optional(),
      indicator: z.string().optional(),
      uitsplitsen: z.string().optional().meta({
        description:
          'Kenmerk waarvan elke waarde een oordeel krijgt, zoals domein. Alleen samen met indicator.',
      }),
      vergelijking: z.enum(VERGELIJKINGEN).default('nulmeting').meta({
        description: 'Waarmee het cijfer wordt vergeleken. Zonder: met de 0-meting.',
      }),
    }),
    params: NOTHING,
    antwoord: z.object({publicatie: z.string(), oordelen: z.array(oordeel)}),
    vormen: ['json'],
    alsoCheck: (publication, query) => {
      const {gemeente, indicator, uitsplitsen} = query;
      const known = indicator === undefined ? null : findIndicator(publication, indicator);
      // only of the parts of the main cell a 0-meting is kept
      const parts = Object.keys(known?.hoofdcel ?? {});
      const isWrong = uitsplitsen !== undefined && !parts.includes(uitsplitsen);
      return [
        ...checkGemeente(publication, gemeente),
        ...checkGebied(publication, query),
        ...(isWrong ? [{veld: 'uitsplitsen', melding: unknownValue(uitsplitsen, parts)}] : []),
      ];
    },
    async answer(publication, query) {
      const gemeente = oneGemeente(publication, query.gemeente);
      const {vergelijking, indicator, niveau, gebied, uitsplitsen: dimensie} = query;
      const own = publication.indicatoren.find(({id}) => id === indicator);
      const all =
        own && dimensie !== undefined
          ? await judgeParts(
              publication,
              {gemeente, vergelijking, indicator: own, dimensie},
              judgement,
            )
          : (await judgeGemeente(publication, {gemeente, vergelijking}, judgement))
              .filter((one) => one.indicator.id === (indicator ?? one.indicator.id))
              .flatMap((one) => one.oordelen);
      const oordelen = all
        .filter((one) => one.niveau === (niveau ?? one.niveau))
        .filter((one) => one.gebied === (gebied ?? one.gebied));
      return {soort: 'json', inhoud: {publicatie: publication.manifest.id, oordelen}};
    },
  });
}
