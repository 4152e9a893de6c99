import type {LeveringSamenvatting} from './quality.ts';

/** From which day to which day an indicator has data, per gemeente. */
export interface Bereik {
  indicator: string;
  gemeente: string;
  /** A variant that is counted from other tables: its periods have to lie in both ranges. */
  variant?: string;
  van: string;
  tot: string;
}

export interface Keuring {
  check: string;
  uitleg: string;
  /** At most so many findings: in tens, upwards. */
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
