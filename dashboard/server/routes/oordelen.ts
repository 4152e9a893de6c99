import {z} from 'zod';
import {NIVEAUS, VERGELIJKINGEN} from '../../../queries/contract.ts';
import {oordeel} from '../answer-schemas.ts';
import {unknownValue} from '../check-query.ts';
import {checkGemeente, findIndicator, oneGemeente} from '../figure-question.ts';
import {judgeGemeente, type Judgement} from '../judgement.ts';
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
      vergelijking: z.enum(VERGELIJKINGEN).default('nulmeting').meta({
        description: 'Waarmee het cijfer wordt vergeleken. Zonder: met de 0-meting.',
      }),
    }),
    params: NOTHING,
    antwoord: z.object({publicatie: z.string(), oordelen: z.array(oordeel)}),
    vormen: ['json'],
    alsoCheck: (publication, {gemeente, gebied, indicator}) => {
      if (indicator !== undefined) findIndicator(publication, indicator);
      const codes = publication.gebieden
        .filter((area) => area.gemeente === (gemeente ?? area.gemeente))
        .map(({code}) => code);
      const wrong = gebied !== undefined && !codes.includes(gebied);
      return [
        ...checkGemeente(publication, gemeente),
        ...(wrong ? [{veld: 'gebied', melding: unknownValue(gebied, codes)}] : []),
      ];
    },
    async answer(publication, query) {
      const gemeente = oneGemeente(publication, query.gemeente);
      const {vergelijking, indicator, niveau, gebied} = query;
      const judged = await judgeGemeente(publication, {gemeente, vergelijking}, judgement);
      const oordelen = judged
        .filter((one) => one.indicator.id === (indicator ?? one.indicator.id))
        .flatMap((one) => one.oordelen)
        .filter((one) => one.niveau === (niveau ?? one.niveau))
        .filter((one) => one.gebied === (gebied ?? one.gebied));
      return {soort: 'json', inhoud: {publicatie: publication.manifest.id, oordelen}};
    },
  });
}
