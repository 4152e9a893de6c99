import type {
  Financienstand,
  Maandlast,
  Onderdeel,
  Verschil,
} from '../../queries/contract/finance.ts';
import type {ChartOptions} from './chart.ts';

/** Amounts of an area with its name; null where they are withheld. */
export interface Gebiedsverschil {
  /** Null: clients of withheld areas, or of no known area. */
  naam: string | null;
  verschil_cent: number | null;
}

/** What an area would get under each way of dividing, in cents; null where that is not known. */
export interface Budgetdeel {
  naam: string;
  functie: number | null;
  populatie: number | null;
  productie: number | null;
  behoefte: number | null;
}

/** What a chart about money is drawn from: one look at one boekjaar, of one onderdeel. */
export interface FinanceChartData {
  /** Name of the gemeente. */
  gemeente: string;
  boekjaar: number;
  /** Last month that counts: 3, 6, 9 or 12. */
  peilmaand: number;
  onderdeel: Onderdeel;
  /** Both sides of the begroting of the onderdeel, per version. */
  versies: readonly {versie: number; datum: string; lasten_cent: number; baten_cent: number}[];
  standen: readonly Financienstand[];
  maanden: readonly Maandlast[];
  verschil: Verschil | null;
  gebieden: readonly Gebiedsverschil[];
  /** The budget that is divided, in cents. */
  bedrag_cent: number;
  verdeling: readonly Budgetdeel[];
}

/** How it is asked for. */
export type FinanceChartOptions = Pick<ChartOptions, 'breedte' | 'kop'>;
