/** How an indicator is counted; decides contribution columns, figure and interval. */
export const VORMEN = [
  'aantal',
  'stand',
  'aandeel',
  'verhouding',
  'duur',
  'paren',
  'per_fte',
  'bedrag',
] as const;

export type Vorm = (typeof VORMEN)[number];

/**
 * Why a figure has a value, or has none. Unknown, zero, suppressed and incomplete are different:
 * `ok` may be zero; `te_klein`, `dominantie` and `groep` are withheld; `wacht`
 * waits until enough people changed; `ontbreekt` was never
 * delivered; `onvolledig` is a period that the data do not cover; `nvt` cannot exist.
 */
export const STATUSSEN = [
  'ok',
  'te_klein',
  'dominantie',
  'groep',
  'wacht',
  'ontbreekt',
  'onvolledig',
  'niet_vergelijkbaar',
  'nvt',
] as const;

export type Status = (typeof STATUSSEN)[number];

export const NIVEAUS = ['gemeente', 'team', 'wijk'] as const;

export type Niveau = (typeof NIVEAUS)[number];

/** Notation: maand 2021-03, kwartaal 2021-K1, halfjaar 2021-H1, jaar 2021. */
export const PERIODESOORTEN = ['maand', 'kwartaal', 'halfjaar', 'jaar'] as const;

export type Periodesoort = (typeof PERIODESOORTEN)[number];

/** A protected figure with all that is needed to read it. Every number is already protected. */
export interface Maten {
  /** In the unit of the indicator; null whenever `status` is not ok. */
  waarde: number | null;
  /** Bounds of the 95% interval, in the unit and coarseness of `waarde`. */
  ondergrens: number | null;
  bovengrens: number | null;
  teller: number | null;
  noemer: number | null;
  /** Protected number of units (clients, or events) that the figure rests on. */
  aantal: number | null;
  /** How the interval was made, e.g. `byar`, `wilson`, `kaplan-meier`. */
  methode: string;
  status: Status;
  voorlopig: boolean;
  /** Share (0-1) of the source that the figure covers; null where that has no meaning. */
  dekking: number | null;
  /** Only for `duur`: 80th percentile in days, and share (0-1) above the norm of the indicator. */
  p80: number | null;
  boven_norm: number | null;
}

/** One cell of the answer: area × period × the dimensions of the question (flat, as columns). */
export interface Cijfer extends Maten {
  gebied: string;
  niveau: Niveau;
  periode: string;
  /** Node per dimension of the question, e.g. `{wet: 'wmo'}`; empty without breakdown. */
  dimensies: Readonly<Record<string, string>>;
}

/** A question to the cube: per dimension one node, or split by its children. */
export interface CijferVraag {
  indicator: string;
  gemeente: string;
  niveau: Niveau;
  /** One area of the level; absent = all areas of the level. */
  gebied?: string | undefined;
  periodesoort: Periodesoort;
  van?: string | undefined;
  tot?: string | undefined;
  /** Dimension → node. */
  filters: Readonly<Record<string, string>>;
  /** Dimensions to split by, in order. */
  uitsplitsen: readonly string[];
}

export interface CijferAntwoord {
  publicatie: string;
  indicator: string;
  filters: Readonly<Record<string, string>>;
  cijfers: Cijfer[];
}

/** A point of a survival curve: the percentage still open after this day. Protected. */
export interface Overlevingspunt {
  dag: number;
  /** Whole percents, from 5 (that or less) to 95 (that or more). */
  open: number;
}

/** How a duration runs off in one area and period; `nulmeting` is the period of the 0-meting. */
export interface Overlevingscurve {
  gebied: string;
  niveau: Niveau;
  periode: string;
  /** Merged until five ended in each step; before the first all are open. */
  punten: Overlevingspunt[];
}

/** Which survival curves are asked for: all periods of one kind, and the 0-meting. */
export interface OverlevingVraag {
  indicator: string;
  gemeente: string;
  niveau: Niveau;
  /** One area of the level; absent = all areas of the level. */
  gebied?: string | undefined;
  periodesoort: Periodesoort;
}
