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
