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

/** A public figure that somebody else made. */
export interface ExternCijfer {
  gemeente: string;
  bron: string;
  indicator: string;
  gebied: string;
  periode_van: string;
  periode_tot: string;
  waarde: number;
  ondergrens: number | null;
  bovengrens: number | null;
  eenheid: string;
  voorlopig: boolean;
}

/** Inhabitants on 1 January, by the three ages of the lattice. Public figures. */
export interface Bevolking {
  gebied: string;
  niveau: Niveau;
  jaar: number;
  leeftijd: string;
  aantal: number;
}

/** A line of the begroting that pays for a theme; amounts in whole cents per boekjaar. */
export interface Middel {
  regel: string;
  omschrijving: string;
  bedragen: {boekjaar: number; bedrag_cent: number}[];
}

/** A maatschappelijk effect in the words of the policy document, with what measures it. */
export interface Effect {
  id: string;
  /** Quoted from the policy document. */
  citaat: string;
  /** Ids of indicators; empty when nothing in the registration measures it. */
  indicatoren: string[];
  /** Figures of others that say something about it, as `bron` and `indicator` of extern_cijfer. */
  extern: {bron: string; indicator: string; titel: string}[];
}

export interface Thema {
  id: string;
  titel: string;
  effecten: Effect[];
  middelen: Middel[];
}

/** The goals of one gemeente: aim → theme → effect → indicators and money. */
export interface Doelenboom {
  gemeente: string;
  doel: string;
  bron: string;
  /** Indicators that the Overzicht shows first: at most ten. */
  overzicht: string[];
  themas: Thema[];
}

/** What the gemeente wants and what others know: none of it comes from the registration. */
export interface Beleid {
  doelenbomen: Doelenboom[];
  streefwaarden: Streefwaarde[];
  externe_cijfers: ExternCijfer[];
  bevolking: Bevolking[];
}

/** From which day to which day an indicator has data, per gemeente. */
export interface Bereik {
  indicator: string;
  gemeente: string;
  van: string;
  tot: string;
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

/**
 * How many rows something is about, in powers of ten. Exact small numbers could be about few people,
 * and numbers that are renewed each night would tell who came in between.
 */
export const AANTALKLASSEN = [
  'geen',
  'minder dan 10',
  '10 tot 100',
  '100 tot 1.000',
  '1.000 of meer',
] as const;
export type Aantalklasse = (typeof AANTALKLASSEN)[number];

/** One night, as everybody may see it. `gelukt` is false when figures that were due did not come. */
export interface Nacht {
  begonnen_op: string;
  gelukt: boolean;
  geladen: number;
  geweigerd: number;
  publicatie: string | null;
  melding: string | null;
}

/** What is known of the quality of the deliveries; made by the night, of classes and shares only. */
export interface Kwaliteit {
  /** Newest first. */
  nachten: Nacht[];
  /** The newest deliveries per bron; `gemeente` is unknown of one that was refused. */
  leveringen: {
    gemeente: string | null;
    bron: string | null;
    soort: string | null;
    periode_van: string | null;
    periode_tot: string | null;
    verwerkt_op: string;
    status: 'geladen' | 'geweigerd';
    gelezen: Aantalklasse;
    afgewezen: Aantalklasse;
  }[];
  /** Rejected rows of the last year of each bron, by reason. */
  afgewezen: {gemeente: string; bron: string; tabel: string; reden: string; aantal: Aantalklasse}[];
  /** Whole steps of 5 percent, over at least 100 rows; 0 and 100 mean none and all. */
  volledigheid: {gemeente: string; bron: string; tabel: string; kolom: string; procent: number}[];
  /** Whole weeks within which half, and 9 of 10, of at least 20 events were delivered. */
  vertraging: {
    gemeente: string;
    bron: string;
    tabel: string;
    helft_weken: number;
    negen_van_tien_weken: number;
  }[];
  /** Rows that wait for their client, team, casus or toewijzing. */
  wachtend: {gemeente: string; tabel: string; aantal: Aantalklasse}[];
}

/** Why a point stands out; the weightiest rule it breaks. */
export const SIGNAALREGELS = ['buiten_de_grenzen', 'trend', 'twee_van_drie', 'reeks'] as const;
export type Signaalregel = (typeof SIGNAALREGELS)[number];

/** A point of a control chart, in the unit of the indicator. */
export interface Signaalpunt {
  periode: string;
  waarde: number | null;
  status: Status;
  voorlopig: boolean;
  /** Limits that hold here; null where there is no figure. */
  gemiddelde: number | null;
  ondergrens: number | null;
  bovengrens: number | null;
  /** Whether the limits were frozen on this point. */
  basis: boolean;
  signaal: Signaalregel | null;
}

/** A figure of one area through time with frozen limits. A signal means: find out. */
export interface Signaalkaart {
  indicator: string;
  gebied: string;
  niveau: Niveau;
  periodesoort: Periodesoort;
  /** Which chart; `′` is widened for more scatter than chance makes (Laney). */
  kaart: 'XmR' | 'u' | 'u′' | 'p' | 'p′';
  /** First and last period on which the limits were frozen, and from when each next set holds. */
  basis_van: string;
  basis_tot: string;
  herijkt_vanaf: string[];
  punten: Signaalpunt[];
  /** What stands out, in B1; never that something worked. */
  zin: string;
}

/** Observed against expected, as a share of what was expected (-0.1 = 10% lower), with 95% interval. */
export interface Effectschatting {
  waargenomen: number;
  verwacht: number;
  effect: number;
  ondergrens: number;
  bovengrens: number;
}

/** One team: its estimate, or why there is none. */
export interface Teameffect {
  team: string;
  naam: string;
  startdatum: string;
  schatting: Effectschatting | null;
  woord: Oordeelwoord;
  /** The reason when there is no estimate; else null. */
  reden: string | null;
  /**
   * Per period from the baseline on. `na` = wholly after the start; verwacht is null before it, and
   * where nobody was left to compare with.
   */
  perioden: {
    periode: string;
    waargenomen: number | null;
    verwacht: number | null;
    na: boolean;
  }[];
  fasen: Fase[];
}

/** The teams together in one half-year since their start. */
export interface Effecthalfjaar extends Effectschatting {
  /** 1 = the first half-year. */
  halfjaar: number;
  teams: number;
  wijken: number;
  /** The phase in which most of these team-periods lie; null without phases. */
  fase: string | null;
}

/** What the teams changed, held against wijken that had not started. All from protected figures. */
export interface Effectantwoord {
  indicator: string;
  gemeente: string;
  /** `nvt`: no method for this form. `niet_vergelijkbaar`: nobody to compare with, or too little. */
  status: Extract<Status, 'ok' | 'niet_vergelijkbaar' | 'onvolledig' | 'nvt'>;
  /** Dutch sentences that say why there is no estimate; null when there is one. */
  reden: string | null;
  woord: Oordeelwoord;
  /** One sentence with the finding, and the sentences that explain it. */
  zin: string;
  toelichting: string[];
  evaluatiedatum: string | null;
  basis: {van: string; tot: string} | null;
  periodesoort: Periodesoort | null;
  voorlopig: boolean;
  /** Smallest fall (share) that these numbers can prove, known before the effect is. */
  aantoonbaar: number | null;
  samen: Effectschatting | null;
  teams: Teameffect[];
  halfjaren: Effecthalfjaar[];
  /** Areas outside the gemeente that are compared with, by name. */
  extern: string[];
  /** The same sum a year earlier, when no team had started: it should find nothing. */
  placebo: {effect: number; ondergrens: number; bovengrens: number} | null;
  /** Start orders: those that could be worked out, of all different ones. */
  volgordes: {aantal: number; mogelijk: number; minstens_zo_uitgesproken: number} | null;
  weglaten: {laagste: number; hoogste: number; wijken: number} | null;
  /** Controlled interrupted time series; must point the same way. */
  controle: {effect: number; ondergrens: number; bovengrens: number} | null;
  /** Mean ATT(g,t) of Callaway & Sant'Anna as a ratio minus 1. */
  att: number | null;
}

/** What an amount is an amount of: a law, or posts without one. `alle` is all of them. */
export const ONDERDELEN = ['alle', 'wmo', 'jeugdwet', 'participatiewet', 'overig', 'geen'] as const;
export type Onderdeel = (typeof ONDERDELEN)[number];

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
  /** Claims for months of this year: not rejected, and of those the approved ones. */
  gedeclareerd_cent: number | null;
  toegekend_cent: number | null;
  /** Booked in the ledger. */
  realisatie_cent: number | null;
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

/** Approved claims beside the ledger, in whole cents. */
export interface Aansluiting {
  boekjaar: number;
  kwartaal: number;
  onderdeel: Onderdeel;
  toegekend_cent: number | null;
  geboekt_cent: number | null;
  verschil_cent: number | null;
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
  /** Share of outcomes within the bands; null for rivals, which have none. */
  dekking80: number | null;
  dekking95: number | null;
  /** Mean weighted interval score in cents. */
  wis_cent: number | null;
  /** The forecast that is shown. */
  gekozen: boolean;
}

/** All that a publication knows of the money of one gemeente. */
export interface GemeenteFinancien {
  gemeente: string;
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
