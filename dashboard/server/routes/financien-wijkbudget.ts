import {z} from 'zod';
import type {GemeenteFinancien} from '../../../queries/contract.ts';
import {VERDELINGEN, wijkbudget} from '../../../queries/finance/wijkbudget.ts';
import {VORMEN_MET_WERKBOEK} from '../answer.ts';
import {checkFinance, financeQuestion, yearParameters} from '../finance-question.ts';
import {where} from '../finance-schemas.ts';
import {financeAnswer, type FinanceColumn} from '../finance-table.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const COLUMNS: readonly FinanceColumn[] = [
  ['boekjaar', 'getal', 'Het jaar van de verdeelsleutels.'],
  ['gebied', 'tekst', 'De code van het team of de wijk.'],
  ['bedrag_cent', 'getal', 'Het budget dat wordt verdeeld.'],
  ['functie', 'getal', 'Aandeel in centen naar fte van het team (functiebekostiging).'],
  ['populatie', 'getal', 'Aandeel in centen naar inwoners (populatiebekostiging).'],
  [
    'productie',
    'getal',
    'Aandeel in centen naar kosten van geleverde hulp (productiebekostiging).',
  ],
  ['behoefte', 'getal', 'Aandeel in centen naar de kosten die bij de leeftijden horen.'],
];

const MOST_EURO = 1_000_000_000;

/** A budget divided over teams or wijken in every way that the documents name: a what-if. */
export const financienWijkbudgetRoute = publicationRoute({
  path: '/financien/wijkbudget',
  naam: 'financienWijkbudget',
  samenvatting:
    'Een budget verdeeld over teams of wijken, naar functie, populatie, productie of behoefte.',
  query: yearParameters.extend({
    niveau: z.enum(['team', 'wijk']).default('team').meta({description: 'Teams of wijken.'}),
    bedrag: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .meta({description: 'Hele euro’s. Zonder: de begroting van de posten zonder wet.'}),
  }),
  params: NOTHING,
  antwoord: z.object({
    ...where,
    niveau: z.enum(['team', 'wijk']),
    bedrag_cent: z.number(),
    verdeling: z.array(
      z.object({
        gebied: z.string(),
        ...Object.fromEntries(VERDELINGEN.map((name) => [name, z.number().nullable()])),
      }),
    ),
  }),
  vormen: VORMEN_MET_WERKBOEK,
  alsoCheck: checkFinance,
  answer(publication, query) {
    const {financien, gemeente, boekjaar, boekjaren} = financeQuestion(publication, query);
    const {niveau} = query;
    const bedrag_cent =
      query.bedrag === undefined
        ? ownBudget(financien, boekjaar)
        : 100 * Math.min(MOST_EURO, Number(query.bedrag));
    const verdeling = wijkbudget(financien, {boekjaar, niveau, cent: bedrag_cent});
    return financeAnswer(publication, {
      naam: `wijkbudget-${gemeente}-${boekjaar}`,
      inhoud: {gemeente, boekjaar, boekjaren, niveau, bedrag_cent, verdeling},
      rijen: verdeling.map((one) => ({boekjaar, bedrag_cent, ...one})),
      kolommen: COLUMNS,
      filters: {gemeente, boekjaar, niveau},
    });
  },
});

/** What the plan of the teams itself costs, in the last version of its year. */
function ownBudget({begroting}: GemeenteFinancien, boekjaar: number): number {
  const posten = begroting.find((one) => one.boekjaar === boekjaar)?.posten ?? [];
  return posten
    .filter(({kant, onderdeel}) => kant === 'lasten' && onderdeel === 'geen')
    .reduce((sum, {standen_cent}) => sum + (standen_cent.at(-1) ?? 0), 0);
}
