import type {Fase} from './area.ts';
import type {Periodesoort, Status} from './figure.ts';
import type {Oordeelwoord} from './verdict.ts';

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
