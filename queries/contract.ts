/**
 * What the server says and the browser reads. Types and constants only: this file imports nothing,
 * so that both sides and the charts can share it.
 */

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

export const RICHTINGEN = ['hoger', 'lager', 'neutraal', 'band'] as const;
export type Richting = (typeof RICHTINGEN)[number];

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
  uitsplitsingen: Dimensie[];
  /** Which cell stands for the indicator where there is room for one only, e.g. `{meervoudig: 'ja'}`. */
  hoofdcel: Readonly<Record<string, string>>;
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

export interface Fase {
  fase: string;
  van: string;
}

/** An area of the publication. For a team `code` is the team_id and `ouder` the gemeente. */
export interface Gebied {
  code: string;
  naam: string;
  niveau: Niveau;
  gemeente: string;
  ouder: string | null;
  /** Sorts naturally in Dutch ('t Zand under Z). */
  sorteersleutel: string;
  inwoners: number | null;
  /** First day of the team (for a wijk: of its team; for a gemeente: of its first team). */
  startdatum: string | null;
  fasen: Fase[];
  /** Place in the tile map: column and row, from 0. Null for levels that are not drawn. */
  tegel: {kolom: number; rij: number} | null;
}

export interface Gebeurtenis {
  datum: string;
  datum_tot: string | null;
  gebied: string | null;
  omschrijving: string;
}

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

/** A figure held against its baseline, in words. */
export interface Oordeel {
  indicator: string;
  gebied: string;
  niveau: Niveau;
  periode: string;
  woord: Oordeelwoord;
  /** One B1 sentence that says the finding, with unit and period. */
  zin: string;
  cijfer: Maten;
  nulmeting: Nulmeting | null;
  /** Relative difference to the baseline (-0.15 = 15% lower) with its 95% interval; null if none. */
  verschil: number | null;
  verschil_ondergrens: number | null;
  verschil_bovengrens: number | null;
}

export interface LeveringSamenvatting {
  levering_id: string;
  gemeente: string;
  bron: string;
  soort: string;
  aangemaakt_op: string;
  periode_van: string;
  periode_tot: string;
  sha256: string;
  gelezen: number;
  geladen: number;
  afgewezen: number;
}

export interface Keuring {
  check: string;
  uitleg: string;
  bevindingen: number;
}

/** What one attack on a publication achieved. */
export interface Aanvalsuitslag {
  /** A1 to A18, or the name of a control. */
  id: string;
  /** One Dutch sentence: what was tried. */
  poging: string;
  geslaagd: boolean;
  gemeten: Readonly<Record<string, number>>;
  /** The limit in words. */
  grens: string;
}

/** The attestation of a publication: it was attacked, with these results, before it went online. */
export interface Privacytoets {
  publicatie: string;
  gemaakt_op: string;
  cellen_sha256: string;
  parameters: Readonly<Record<string, number | string>>;
  resultaten: Aanvalsuitslag[];
  geslaagd: boolean;
}

/** What a publication says of itself. */
export interface Manifest {
  id: string;
  gemaakt_op: string;
  versie_code: string;
  synthetisch: boolean;
  definities: {indicator: string; versie: string; sha256: string}[];
  gemeenten: {code: string; naam: string; data_tot: string; eerste_dag: string}[];
  leveringen: LeveringSamenvatting[];
  keuringen: Keuring[];
  cellen: number;
  cellen_sha256: string;
  /** Figures that changed against the previous publication, counted per indicator. */
  herzieningen: {indicator: string; gewijzigd: number; nieuw: number; vervallen: number}[];
  /** Wijken in which too little changed: periods after `na` show their total only. */
  wachtend?: {gemeente: string; gebied: string; na: string}[];
  parameters: Readonly<Record<string, number | string>>;
}

/** The manifest as every page reads it: the list of deliveries is asked for apart. */
export type Publicatiekop = Omit<Manifest, 'leveringen' | 'gemeenten' | 'wachtend'> & {
  gemeenten: (Manifest['gemeenten'][number] & {leveringen: number})[];
};
