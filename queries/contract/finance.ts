import type {Niveau, Status} from './figure.ts';

/** What an amount is an amount of: a law, or posts without one. `alle` is all of them. */
export const ONDERDELEN = ['alle', 'wmo', 'jeugdwet', 'participatiewet', 'overig', 'geen'] as const;

export type Onderdeel = (typeof ONDERDELEN)[number];

/**
 * Where an amount comes from. `grootboek, exact`: in the closed list of what may leave to the cent.
 * `beschermd`: with noise, in whole thousands. `schatting`: of a model.
 */
export const HERKOMSTEN = ['grootboek, exact', 'beschermd', 'schatting'] as const;

export type Herkomst = (typeof HERKOMSTEN)[number];

/** A post of the begroting with its stand in each version of its boekjaar, in whole cents. */
export interface Begrotingspost {
  regel: string;
  omschrijving: string;
  kant: 'lasten' | 'baten';
  onderdeel: Onderdeel;
  taakveld: string | null;
  /** The group of taakvelden that compares over the years, or null. */
  groep: string | null;
  standen_cent: number[];
}

/** The begroting of a boekjaar: versions in order of adoption, the first is the primitieve. */
export interface Begrotingsjaar {
  boekjaar: number;
  versies: {versie: number; datum: string}[];
  posten: Begrotingspost[];
}

/** How a year-end was foreseen: the model, a rival that did better, or the begroting itself. */
export const PROGNOSEMETHODEN = ['model', 'kastempo', 'seizoen', 'begroting'] as const;

export type Prognosemethode = (typeof PROGNOSEMETHODEN)[number];

/** Expected costs of the whole boekjaar, in cents, in whole thousands of euros. */
export interface Prognose {
  verwacht_cent: number;
  band80: readonly [number, number] | null;
  band95: readonly [number, number] | null;
  methode: Prognosemethode;
  /** The bands rest on fewer than 24 earlier forecasts, so on Mack's standard error. */
  voorlopig: boolean;
}

/** Where a post, or all posts of a law, stand at the end of a month. Null: withheld, see `status`. */
export interface Financienstand {
  boekjaar: number;
  /** Last month that counts: 3, 6, 9 or 12. */
  peilmaand: number;
  onderdeel: Onderdeel;
  /** Null: the total of the onderdeel. */
  regel: string | null;
  omschrijving: string;
  begroot_cent: number;
  /** What open toewijzingen would cost in the rest of the year when used in full. */
  verplicht_cent: number | null;
  /** Claims for months of this year: not rejected, and of those the approved ones. Protected. */
  gedeclareerd_cent: number | null;
  toegekend_cent: number | null;
  /** Booked in the ledger: exact once the quarter is definitive, protected before that. */
  realisatie_cent: number | null;
  realisatie_herkomst: Herkomst;
  prognose: Prognose | null;
  status: Status;
}

/** Why the expected costs differ from the begroting; the parts add up to the difference, to the cent. */
export interface Verschil {
  boekjaar: number;
  peilmaand: number;
  onderdeel: Onderdeel;
  begroot_cent: number;
  verwacht_cent: number;
  volume_cent: number;
  mix_cent: number;
  intensiteit_cent: number;
  prijs_cent: number;
  overig_cent: number;
}

/** Costs of a month of service: claimed by the end of the peilmaand, and expected in the end. */
export interface Maandlast {
  boekjaar: number;
  peilmaand: number;
  onderdeel: Onderdeel;
  maand: string;
  bekend_cent: number | null;
  verwacht_cent: number | null;
  status: Status;
}

/** Approved claims beside the ledger, in whole cents. `verschil_cent` is exact, also of a protected pair. */
export interface Aansluiting {
  boekjaar: number;
  kwartaal: number;
  onderdeel: Onderdeel;
  toegekend_cent: number | null;
  geboekt_cent: number | null;
  verschil_cent: number | null;
  herkomst: Herkomst;
  status: Status;
}

/** Protected costs of the clients of an area, and per client, of a year or the part that is known. */
export interface Gebiedskosten {
  gebied: string;
  niveau: Niveau;
  onderdeel: Onderdeel;
  /** Null: all care of the onderdeel. */
  productcategorie: string | null;
  periodesoort: 'kwartaal' | 'jaar';
  periode: string;
  clienten: number | null;
  kosten_cent: number | null;
  per_client_cent: number | null;
  status: Status;
}

/** Used share (0-1) of what was allocated, of a product in a year. */
export interface Verzilvering {
  boekjaar: number;
  onderdeel: Onderdeel;
  productcategorie: string;
  verzilverd: number | null;
  status: Status;
}

/** What a budget can be divided by, per area and year; null where it is not known or withheld. */
export interface Verdeelsleutel {
  boekjaar: number;
  gebied: string;
  niveau: Niveau;
  /** Functiebekostiging: fte of the team. */
  functie: number | null;
  /** Populatiebekostiging: inhabitants. */
  populatie: number | null;
  /** Productiebekostiging: protected costs of the care that was given, in cents. */
  productie: number | null;
  /** Costs in cents that these ages would have with the costs per age of the gemeente. */
  behoefte: number | null;
}

/** How forecasts at this month did in years that are over, beside two simple sums. */
export interface Terugtoets {
  peilmaand: number;
  methode: Exclude<Prognosemethode, 'begroting'>;
  /** Forecasts that have an outcome: posts × boekjaren. */
  aantal: number;
  /** Mean of forecast minus outcome, and mean absolute error, as share of the outcome. */
  bias: number | null;
  mape: number | null;
  /** Share of outcomes within the bands as they stood at the time; null for rivals, which have none. */
  dekking80: number | null;
  dekking95: number | null;
  /**
   * The same of bands from errors, each year judged by those of the other years; null while there are
   * fewer than 24.
   */
  dekking80_fouten: number | null;
  dekking95_fouten: number | null;
  /** Mean weighted interval score in cents. */
  wis_cent: number | null;
  /** The forecast that is shown. */
  gekozen: boolean;
}

/** All that a publication knows of the money of one gemeente. */
export interface GemeenteFinancien {
  gemeente: string;
  /** Last day of which amounts are definitive (`jjjj-mm-dd`); empty: none are. */
  definitief_tot: string;
  begroting: Begrotingsjaar[];
  standen: Financienstand[];
  verschillen: Verschil[];
  maanden: Maandlast[];
  aansluiting: Aansluiting[];
  gebieden: Gebiedskosten[];
  verzilvering: Verzilvering[];
  sleutels: Verdeelsleutel[];
  terugtoets: Terugtoets[];
}
