import {z} from 'zod';
import {ownBudget, VERDELINGEN, wijkbudget} from '../../../queries/finance/wijkbudget.ts';
import {VORMEN_MET_WERKBOEK} from '../answer.ts';
import {
  budgetParameter,
  checkFinance,
  financeQuestion,
  yearParameters,
} from '../finance-question.ts';
import {where} from '../finance-schemas.ts';
import {financeAnswer, type FinanceColumn} from '../finance-table.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const COLUMNS: readonly FinanceColumn[] = [
  ['boekjaar', 'getal', 'Het jaar van de verdeelsleutels.'],
  ['gebied', 'tekst', 'De code van het team of de wijk.'],
  ['bedrag_cent', 'getal', 'Het budget dat wordt verdeeld.'],
  ['functie_cent', 'getal', 'Aandeel naar fte van het team (functiebekostiging).'],
  ['populatie_cent', 'getal', 'Aandeel naar inwoners (populatiebekostiging).'],
  ['productie_cent', 'getal', 'Aandeel naar kosten van geleverde hulp (productiebekostiging).'],
  ['behoefte_cent', 'getal', 'Aandeel naar de kosten die bij de leeftijden horen.'],
];

/** A budget divided over teams or wijken in every way that the documents name: a what-if. */
export const financienWijkbudgetRoute = publicationRoute({
  path: '/financien/wijkbudget',
  naam: 'financienWijkbudget',
  samenvatting:
    'Een budget verdeeld over teams of wijken, naar functie, populatie, productie of behoefte.',
  query: yearParameters.extend({
    niveau: z.enum(['team', 'wijk']).default('team').meta({description: 'Teams of wijken.'}),
    ...budgetParameter,
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
      query.bedrag === undefined ? ownBudget(financien, boekjaar) : 100 * Number(query.bedrag);
    const verdeling = wijkbudget(financien, {boekjaar, niveau, cent: bedrag_cent});
    return financeAnswer(publication, {
      naam: `wijkbudget-${gemeente}-${boekjaar}`,
      inhoud: {gemeente, boekjaar, boekjaren, niveau, bedrag_cent, verdeling},
      rijen: verdeling.map(({gebied, ...parts}) => ({
        boekjaar,
        gebied,
        bedrag_cent,
        ...Object.fromEntries(Object.entries(parts).map(([name, cent]) => [`${name}_cent`, cent])),
      })),
      kolommen: COLUMNS,
      filters: {gemeente, boekjaar, niveau},
    });
  },
});
