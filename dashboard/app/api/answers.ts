import type {Gebeurtenis, Gebied} from '../../../queries/contract/area.ts';
import type {Effectantwoord} from '../../../queries/contract/effect.ts';
import type {
  Maten,
  Niveau,
  Overlevingscurve,
  Periodesoort,
  Status,
} from '../../../queries/contract/figure.ts';
import type {
  Aansluiting,
  Begrotingspost,
  Financienstand,
  Gebiedskosten,
  Maandlast,
  Onderdeel,
  Terugtoets,
  Verschil,
  Verzilvering,
} from '../../../queries/contract/finance.ts';
import type {
  Indicator,
  NettoVerandering,
  Nulmetingregel,
  Richting,
} from '../../../queries/contract/indicator.ts';
import type {Signaalkaart} from '../../../queries/contract/signal.ts';
import type {Oordeel, Vergelijking} from '../../../queries/contract/verdict.ts';

// The answers of /api/v1 as the server's schemas describe them.

export interface RugCel {
  gebied: string;
  niveau: Niveau;
  waarde: number | null;
  ondergrens: number | null;
  bovengrens: number | null;
  methode: string;
  status: Status;
  voorlopig: boolean;
  nulmeting: number | null;
  woord: string;
  zin: string;
  verschil: number | null;
}

export interface RugRij {
  indicator: string;
  titel: string;
  onderdeel: string;
  thema: string;
  effect: string;
  voorop: boolean;
  eenheid: string;
  decimalen: number;
  richting: Richting;
  periodesoort: Periodesoort;
  periode: string;
  cellen: RugCel[];
}

export interface Overzicht {
  publicatie: string;
  gemeente: string;
  niveau: Niveau;
  vergelijking: Vergelijking;
  zinnen: string[];
  gebieden: Gebied[];
  rijen: RugRij[];
  zonder_cijfer: {thema: string; effect: string; extern: string}[];
}

/** A figure as far as a strip or a small trend needs it. */
export interface Punt {
  waarde: number | null;
  status: Status;
  methode: string;
}

export interface ProfielRij {
  indicator: string;
  titel: string;
  vraag: string;
  thema: string;
  effect: string;
  eenheid: string;
  decimalen: number;
  richting: Richting;
  nulmeting: Nulmetingregel;
  oordeel: Oordeel;
  strook: (Punt & {gebied: string})[];
  periodesoort: Periodesoort;
  trend: (Punt & {periode: string; voorlopig: boolean})[];
}

export interface Profiel {
  publicatie: string;
  gebied: Gebied;
  gebieden: Gebied[];
  vergelijking: Vergelijking;
  gebeurtenissen: Gebeurtenis[];
  rijen: ProfielRij[];
}

/** A figure as the API gives it: its dimensions are columns beside area and period. */
export interface PlatCijfer extends Maten {
  gebied: string;
  niveau: Niveau;
  periode: string;
  [dimensie: string]: string | number | boolean | null;
}

export interface Cijfers {
  publicatie: string;
  indicator: string;
  filters: Record<string, string>;
  cijfers: PlatCijfer[];
}

export interface IndicatorAntwoord {
  publicatie: string;
  indicator: Indicator;
}

export interface EffectAntwoord {
  publicatie: string;
  effect: Effectantwoord;
}

export interface Indicatoren {
  publicatie: string;
  indicatoren: Omit<Indicator, 'wat_meten_we' | 'wat_zegt_dit_niet' | 'rekenvoorbeeld' | 'sql'>[];
}

export interface Oordelen {
  publicatie: string;
  oordelen: Oordeel[];
}

export interface Signalen {
  publicatie: string;
  signalen: Signaalkaart[];
  zonder: {gebied: string; reden: string}[];
}

export interface Gebieden {
  publicatie: string;
  gebieden: Gebied[];
}

export interface NachtStatus {
  publicatie: string | null;
  gemaakt_op: string | null;
  geweigerd: string | null;
  nacht: {laatste_nacht: string | null; gelukt: boolean; melding: string | null} | null;
}

export interface GrafiekSpec {
  publicatie: string;
  titel: string;
  omschrijving: string;
  spec: Record<string, unknown>;
}

/** Answer of /nettoverandering. */
export interface NettoVeranderingen {
  publicatie: string;
  netto: NettoVerandering[];
}

/** Answer of /overlevingscurve. */
export interface Overlevingscurven {
  publicatie: string;
  curven: Overlevingscurve[];
}

/** What every answer about money begins with. */
interface Geldantwoord {
  publicatie: string;
  gemeente: string;
  boekjaar: number;
  boekjaren: number[];
}

interface Kijkmoment extends Geldantwoord {
  peilmaand: number;
  peilmaanden: number[];
}

/** Amounts per year of the plan, and all years together. */
interface Planbedragen {
  kant: 'lasten' | 'baten';
  bedragen_cent: number[];
  samen_cent: number;
}

/** Answer of /financien/begroting. */
export interface BegrotingAntwoord extends Geldantwoord {
  versies: {versie: number; datum: string}[];
  posten: Begrotingspost[];
  totalen: {versie: number; lasten_cent: number; baten_cent: number}[];
  plan: {
    boekjaren: number[];
    posten: (Planbedragen & {regel: string; omschrijving: string})[];
    totalen: Planbedragen[];
  };
  taakveldgroepen: {
    boekjaren: number[];
    groepen: {groep: string; bedragen_cent: (number | null)[]}[];
  };
}

/** Answer of /financien/prognose. */
export interface PrognoseAntwoord extends Kijkmoment {
  standen: Financienstand[];
  maanden: Maandlast[];
  aansluiting: Aansluiting[];
  verzilvering: Verzilvering[];
  terugtoets: Terugtoets[];
}

/** Answer of /financien/verschillen. */
export interface VerschillenAntwoord extends Kijkmoment {
  onderdeel: Onderdeel;
  niveau: 'team' | 'wijk';
  zinnen: string[];
  verschillen: Verschil[];
  gebieden: {
    gebied: string | null;
    begroot_cent: number | null;
    verwacht_cent: number | null;
    verschil_cent: number | null;
  }[];
  kosten: Gebiedskosten[];
}

/** Answer of /financien/wijkbudget. */
export interface WijkbudgetAntwoord extends Geldantwoord {
  niveau: 'team' | 'wijk';
  bedrag_cent: number;
  verdeling: {
    gebied: string;
    functie: number | null;
    populatie: number | null;
    productie: number | null;
    behoefte: number | null;
  }[];
}

/** Answer of /financien/opbrengst. */
export interface OpbrengstAntwoord extends Geldantwoord {
  themas: {
    id: string;
    titel: string;
    posten: {
      regel: string;
      omschrijving: string;
      kant: 'lasten' | 'baten';
      begroot_cent: number;
      realisatie_cent: number | null;
    }[];
    uitkomsten: {indicator: string; titel: string; woord: string; zin: string; periode: string}[];
  }[];
}
