import {z} from 'zod';
import {ONDERDELEN, type GemeenteFinancien} from '../../queries/contract/finance.ts';
import type {VraagFout} from '../../queries/errors.ts';
import {unknownValue} from './check-query.ts';
import {checkGemeente, oneGemeente} from './figure-question.ts';
import type {Publication} from './source.ts';

const gemeente = z
  .string()
  .optional()
  .meta({description: 'Code van de gemeente. Verplicht als er meer dan één gemeente is.'});
const boekjaar = z
  .string()
  .optional()
  .meta({description: 'Het boekjaar. Zonder: het laatste waarvan er een prognose is.'});

/** Parameters of a question about one boekjaar. */
export const yearParameters = z.object({gemeente, boekjaar});

/** Parameters of a look at a boekjaar at the end of a month. */
export const lookParameters = yearParameters.extend({
  peilmaand: z
    .enum(['3', '6', '9', '12'])
    .optional()
    .meta({description: 'Tot en met welke maand. Zonder: de laatste die er is.'}),
});

/** Of which care, over which areas. */
export const areaParameters = {
  onderdeel: z.enum(ONDERDELEN).default('alle').meta({description: 'De wet.'}),
  niveau: z.enum(['team', 'wijk']).default('wijk').meta({description: 'Wijken of teams.'}),
};

/** A budget that is divided. */
export const budgetParameter = {
  bedrag: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .meta({description: 'Hele euro’s. Zonder: de begroting van de posten zonder wet.'}),
};

/** A question about money, with the gemeente and the year that it is about. */
export interface FinanceQuestion {
  gemeente: string;
  /** Empty where no begroting was delivered. */
  financien: GemeenteFinancien;
  boekjaar: number;
  boekjaren: number[];
  peilmaand: number;
  peilmaanden: number[];
}

/** What is wrong with the gemeente or the boekjaar of a question; judged by what there is only. */
export function checkFinance(
  publication: Publication,
  query: Readonly<Record<string, string>>,
): VraagFout[] {
  const fouten = checkGemeente(publication, query['gemeente']);
  if (fouten.length > 0) return fouten;
  const {boekjaren} = yearsOf(moneyOf(publication, oneGemeente(publication, query['gemeente'])));
  const asked = query['boekjaar'];
  if (asked === undefined || boekjaren.map(String).includes(asked)) return [];
  return [{veld: 'boekjaar', melding: unknownValue(asked, boekjaren.map(String))}];
}

/** The gemeente, boekjaar and month of a checked question; what is left out is the newest there is. */
export function financeQuestion(
  publication: Publication,
  query: {
    gemeente?: string | undefined;
    boekjaar?: string | undefined;
    peilmaand?: string | undefined;
  },
): FinanceQuestion {
  const code = oneGemeente(publication, query.gemeente);
  const financien = moneyOf(publication, code);
  const {boekjaren, laatste} = yearsOf(financien);
  const year = query.boekjaar === undefined ? laatste : Number(query.boekjaar);
  const peilmaanden = [
    ...new Set(
      financien.standen.filter((one) => one.boekjaar === year).map(({peilmaand}) => peilmaand),
    ),
  ].sort((a, b) => a - b);
  const asked = query.peilmaand === undefined ? null : Number(query.peilmaand);
  const peilmaand =
    asked !== null && peilmaanden.includes(asked) ? asked : (peilmaanden.at(-1) ?? 0);
  return {gemeente: code, financien, boekjaar: year, boekjaren, peilmaand, peilmaanden};
}

function yearsOf({begroting, standen}: GemeenteFinancien): {boekjaren: number[]; laatste: number} {
  const boekjaren = begroting.map(({boekjaar: year}) => year);
  return {boekjaren, laatste: standen.at(-1)?.boekjaar ?? boekjaren.at(-1) ?? 0};
}

function moneyOf({financien}: Publication, code: string): GemeenteFinancien {
  return financien.find((one) => one.gemeente === code) ?? {gemeente: code, ...NONE};
}

const NONE = {
  definitief_tot: '',
  begroting: [],
  standen: [],
  verschillen: [],
  maanden: [],
  aansluiting: [],
  gebieden: [],
  verzilvering: [],
  sleutels: [],
  terugtoets: [],
};
