import type {
  Effectantwoord,
  Gebeurtenis,
  Gebied,
  Indicator,
  Maten,
  NettoVerandering,
  Niveau,
  Nulmetingregel,
  Oordeel,
  Overlevingscurve,
  Periodesoort,
  Richting,
  Signaalkaart,
  Status,
  Vergelijking,
} from '../../../queries/contract.ts';

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
