import type {Maten, Niveau} from './figure.ts';

/** A frozen baseline. `herzien` is what the same window would give today, when that differs. */
export interface Nulmeting extends Maten {
  indicator: string;
  gebied: string;
  niveau: Niveau;
  dimensies: Readonly<Record<string, string>>;
  periode_van: string;
  periode_tot: string;
  versie: string;
  publicatie: string;
  vastgelegd_op: string;
  herkomst: 'registratie' | 'geleverd';
  hash: string;
  herzien: number | null;
}

export const OORDELEN = [
  'beter',
  'slechter',
  'geen relevant verschil',
  'niet te zeggen',
  'nog niet te beoordelen',
] as const;

export type Oordeelwoord = (typeof OORDELEN)[number] | 'zoals verwacht' | 'geen oordeel';

/** What a figure can be held against. */
export const VERGELIJKINGEN = ['nulmeting', 'gemeente', 'regio', 'streefwaarde'] as const;

export type Vergelijking = (typeof VERGELIJKINGEN)[number];

/** What a figure was held against: its value in the unit of the indicator, and what it is. */
export interface Ijkpunt {
  /** In words that follow "dan": `bij de nulmeting`, `het pad naar de streefwaarde`. */
  naam: string;
  waarde: number;
  ondergrens: number | null;
  bovengrens: number | null;
  /** The value itself is withheld and this is the most that it can have been. */
  hooguit: boolean;
  /** Whether differences in age are taken out; null where age can make no difference. */
  voor_leeftijd: boolean | null;
}

/** A figure held against its baseline (or another comparison), in words. */
export interface Oordeel {
  indicator: string;
  gebied: string;
  niveau: Niveau;
  periode: string;
  /** The cell that is judged: the main cell of the indicator, or one of its parts. */
  dimensies: Readonly<Record<string, string>>;
  vergelijking: Vergelijking;
  woord: Oordeelwoord;
  /** The finding in one B1 sentence. */
  antwoord: string;
  /** The answer with its figures: unit, period, difference and uncertainty. */
  zin: string;
  /** The gate that failed, when the word is `nog niet te beoordelen`. */
  poort: string | null;
  cijfer: Maten;
  nulmeting: Nulmeting | null;
  ijkpunt: Ijkpunt | null;
  /** Relative difference to the comparison (-0.15 = 15% lower) with its 95% interval; null if none. */
  verschil: number | null;
  verschil_ondergrens: number | null;
  verschil_bovengrens: number | null;
  /** How the interval of the difference was made, e.g. `newcombe`. */
  verschil_methode: string;
  /** Two-sided; `p_gecorrigeerd` counts all comparisons that are made at once. */
  p: number | null;
  p_gecorrigeerd: number | null;
}

/** What an area must reach in a year, in the unit of the indicator. */
export interface Streefwaarde {
  indicator: string;
  gebied: string;
  jaar: number;
  waarde: number;
}
