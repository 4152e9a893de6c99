import type {Niveau} from '../contract/figure.ts';
import type {GemeenteFinancien} from '../contract/finance.ts';
import {divideCents} from './divide.ts';

/** Ways to divide a budget; the documents name the first three. */
export const VERDELINGEN = ['functie', 'populatie', 'productie', 'behoefte'] as const;
export type Verdeling = (typeof VERDELINGEN)[number];

/** What an area gets under each way of dividing, in cents; null where its weight is not known. */
export type Wijkbudget = {gebied: string} & Record<Verdeling, number | null>;

/**
 * What each team or wijk would get of a budget, under every way of dividing it. Parts of one way add up to
 * the budget, to the cent. `functie` knows teams only.
 */
export function wijkbudget(
  {sleutels}: GemeenteFinancien,
  {boekjaar, niveau, cent}: {boekjaar: number; niveau: Exclude<Niveau, 'gemeente'>; cent: number},
): Wijkbudget[] {
  const own = sleutels.filter((one) => one.boekjaar === boekjaar && one.niveau === niveau);
  const divided = (verdeling: Verdeling): (number | null)[] =>
    divideCents(
      cent,
      own.map((one) => one[verdeling]),
    );
  const [functie, populatie, productie, behoefte] = VERDELINGEN.map(divided);
  return own.map(({gebied}, index) => ({
    gebied,
    functie: functie?.[index] ?? null,
    populatie: populatie?.[index] ?? null,
    productie: productie?.[index] ?? null,
    behoefte: behoefte?.[index] ?? null,
  }));
}

/** What the plan of the teams itself costs, in the last version of its year, in cents. */
export function ownBudget({begroting}: GemeenteFinancien, boekjaar: number): number {
  const posten = begroting.find((one) => one.boekjaar === boekjaar)?.posten ?? [];
  return posten
    .filter(({kant, onderdeel}) => kant === 'lasten' && onderdeel === 'geen')
    .reduce((sum, {standen_cent}) => sum + (standen_cent.at(-1) ?? 0), 0);
}
