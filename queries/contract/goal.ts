import type {Bevolking, ExternCijfer, Middel} from './area.ts';
import type {Streefwaarde} from './verdict.ts';

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
