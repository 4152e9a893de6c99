import type {Niveau} from './figure.ts';

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
