import type {Niveau, Periodesoort, Vorm} from './figure.ts';

/**
 * Over which window the 0-meting of an indicator goes, from the start of the team. What was first
 * registered by the team itself has no before: its first half-year is the uitgangspunt.
 */
export const NULMETINGREGELS = [
  '12_maanden_voor_start',
  '24_maanden_voor_start',
  'halfjaar_voor_start',
  'jaar_voor_start',
  'eerste_halfjaar',
] as const;

export type Nulmetingregel = (typeof NULMETINGREGELS)[number];

export const RICHTINGEN = ['hoger', 'lager', 'neutraal', 'band'] as const;

export type Richting = (typeof RICHTINGEN)[number];

/** A node of a dimension, e.g. `wmo`; `ouder` is the node of the dimension above it. */
export interface Knoop {
  id: string;
  titel: string;
  ouder: string | null;
}

/** A dimension by which a figure can be split, e.g. `wet`. */
export interface Dimensie {
  id: string;
  titel: string;
  knopen: Knoop[];
}

/** A part of an indicator: its cell at these nodes. */
export interface Indicatordeel {
  indicator: string;
  knopen: Readonly<Record<string, string>>;
}

/** Two published shares of the same pairs, from which their net change follows. */
export interface NettoUit {
  gelijk_of_hoger: Indicatordeel;
  hoger: Indicatordeel;
}

/** Of paired scores: how many more rose than fell, in percentage points of all pairs. */
export interface NettoVerandering {
  gebied: string;
  niveau: Niveau;
  periode: string;
  dimensies: Readonly<Record<string, string>>;
  /** Protected counts of pairs. */
  beter: number;
  slechter: number;
  aantal: number;
  /** In percentage points, with Tango's 95% interval. */
  waarde: number;
  ondergrens: number;
  bovengrens: number;
  zin: string;
}

/** An indicator as the catalogue describes it: definition, ground and worked example. */
export interface Indicator {
  id: string;
  titel: string;
  vraag: string;
  vorm: Vorm;
  eenheid: string;
  /** Decimals with which `waarde` is printed. */
  decimalen: number;
  teller: string;
  noemer: string;
  richting: Richting;
  /** Smallest relevant difference as a share of the baseline (0.1 = 10%). */
  delta: number;
  /** Norm in the unit of the indicator (days for `duur`), or null. */
  norm: number | null;
  periodesoorten: Periodesoort[];
  /** Levels at which the figure exists; at the others it is `nvt`. */
  niveaus: Niveau[];
  uitsplitsingen: Dimensie[];
  /** Which cell stands for the indicator where there is room for one only, e.g. `{meervoudig: 'ja'}`. */
  hoofdcel: Readonly<Record<string, string>>;
  /** Dimensions of which one node must be asked: their nodes do not add up to anything. */
  zonder_totaal: string[];
  nulmeting: Nulmetingregel;
  /** Only of paired scores. */
  netto: NettoUit | null;
  thema: string;
  doel: string[];
  bron: string;
  auteur: string;
  gecontroleerd_door: string;
  versie: string;
  geldig_vanaf: string;
  herzien_voor: string;
  /** First months after the start of a team in which a change is expected, not judged (0 = none). */
  verwacht_maanden: number;
  /** Markdown of the page, by heading. */
  wat_meten_we: string;
  wat_zegt_dit_niet: string;
  rekenvoorbeeld: string;
  /** The SQL that makes the contributions. */
  sql: string;
}
