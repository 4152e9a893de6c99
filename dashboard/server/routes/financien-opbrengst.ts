import {z} from 'zod';
import {checkFinance, financeQuestion, yearParameters} from '../finance-question.ts';
import {where} from '../finance-schemas.ts';
import {treeOf} from '../goal-rows.ts';
import {judgeGemeente, type Judgement} from '../judgement.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const post = z.object({
  regel: z.string(),
  omschrijving: z.string(),
  kant: z.enum(['lasten', 'baten']),
  begroot_cent: z.number(),
  realisatie_cent: z.number().nullable(),
});
const uitkomst = z.object({
  indicator: z.string(),
  titel: z.string(),
  woord: z.string(),
  zin: z.string(),
  periode: z.string(),
});

/**
 * Money and outcome beside each other, per theme of the doelenboom: the posts that pay for it in a
 * boekjaar, and the verdicts on what measures it. Two columns, never a cause.
 */
export function financienOpbrengstRoute(judgement: Judgement) {
  return publicationRoute({
    path: '/financien/opbrengst',
    naam: 'financienOpbrengst',
    samenvatting: 'Per thema van de doelenboom het geld en de uitkomsten naast elkaar.',
    query: yearParameters,
    params: NOTHING,
    antwoord: z.object({
      ...where,
      themas: z.array(
        z.object({
          id: z.string(),
          titel: z.string(),
          posten: z.array(post),
          uitkomsten: z.array(uitkomst),
        }),
      ),
    }),
    vormen: ['json'],
    alsoCheck: checkFinance,
    async answer(publication, query) {
      const {financien, gemeente, boekjaar, boekjaren} = financeQuestion(publication, query);
      const asked = {gemeente, vergelijking: 'nulmeting' as const};
      const judged = await judgeGemeente(publication, asked, judgement);
      const tree = treeOf(publication, gemeente);
      const year = financien.begroting.find((one) => one.boekjaar === boekjaar);
      const last = financien.standen.filter((one) => one.boekjaar === boekjaar).at(-1)?.peilmaand;
      const themas = (tree?.themas ?? []).map(({id, titel, middelen, effecten}) => {
        const lines = new Set(middelen.map(({regel}) => regel));
        const measured = new Set(effecten.flatMap(({indicatoren}) => indicatoren));
        return {
          id,
          titel,
          posten: (year?.posten ?? [])
            .filter(({regel}) => lines.has(regel))
            .map(({regel, omschrijving, kant, standen_cent}) => ({
              regel,
              omschrijving,
              kant,
              begroot_cent: standen_cent.at(-1) ?? 0,
              realisatie_cent:
                financien.standen.find(
                  (one) =>
                    one.boekjaar === boekjaar && one.peilmaand === last && one.regel === regel,
                )?.realisatie_cent ?? null,
            })),
          uitkomsten: judged
            .filter(({indicator}) => measured.has(indicator.id))
            .flatMap(({indicator, periode, oordelen}) =>
              oordelen
                .filter(({niveau}) => niveau === 'gemeente')
                .map(({woord, zin}) => ({
                  indicator: indicator.id,
                  titel: indicator.titel,
                  woord,
                  zin,
                  periode,
                })),
            ),
        };
      });
      return {
        soort: 'json',
        inhoud: {publicatie: publication.manifest.id, gemeente, boekjaar, boekjaren, themas},
      };
    },
  });
}
