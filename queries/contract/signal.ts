import type {Niveau, Periodesoort, Status} from './figure.ts';

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
