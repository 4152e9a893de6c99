import {z} from 'zod';
import {NIVEAUS} from '../../../queries/contract.ts';
import {oordeel} from '../answer-schemas.ts';
import {unknownValue} from '../check-query.ts';
import {checkGemeente, findIndicator, oneGemeente} from '../figure-question.ts';
import {judgeIndicator, type Judgement} from '../judgement.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** Each figure against its own 0-meting, in words. */
export function oordelenRoute(judgement: Judgement) {
  return publicationRoute({
    path: '/oordelen',
    naam: 'oordelen',
    samenvatting: 'Beter, slechter of niet te zeggen: elk cijfer tegen zijn 0-meting.',
    query: z.object({
      gemeente: z.string().optional(),
      gebied: z.string().optional(),
      niveau: z.enum(NIVEAUS).optional(),
      indicator: z.string().optional(),
      vergelijking: z.enum(['nulmeting']).default('nulmeting'),
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
      const gebieden = publication.gebieden
        .filter((area) => area.gemeente === gemeente)
        .filter((area) => area.niveau === (query.niveau ?? area.niveau))
        .filter((area) => area.code === (query.gebied ?? area.code));
      const judged = await Promise.all(
        publication.indicatoren
          .filter(({id}) => id === (query.indicator ?? id))
          .map((indicator) => judgeIndicator(publication, {indicator, gebieden}, judgement)),
      );
      const oordelen = judged.flatMap((one) => one.oordelen);
      return {soort: 'json', inhoud: {publicatie: publication.manifest.id, oordelen}};
    },
  });
}
