import type {
  Gebied,
  Indicator,
  Maten,
  Niveau,
  Oordeel,
  Periodesoort,
  Richting,
  Status,
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
  zinnen: string[];
  gebieden: Gebied[];
  rijen: RugRij[];
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

export interface Oordelen {
  publicatie: string;
  oordelen: Oordeel[];
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
