import type {Wet} from './codes.ts';

/** Leaf values of one element by path, and the line on which the element begins. */
export interface Gathered {
  element: string;
  regel: number;
  waarden: ReadonlyMap<string, string>;
  retourcodes: readonly string[];
}

/** What the parser tells of a message, in the order of the file. BSNs are pseudonyms already. */
export interface MessageEvents {
  soort: (wet: Wet, nummer: string) => void;
  header: (header: Gathered) => void;
  /** Replaces a BSN the moment it is read; called after the header. */
  pseudonym: (bsn: string) => string;
  declaratie: (declaratie: Gathered) => void;
  client: (client: Gathered) => void;
  /** The retourcodes of `client` are complete only when the message is. */
  record: (record: Gathered, client: Gathered) => void;
  /** Any retourcode of a retour outside its Header; nothing else of its clients is read. */
  retourcode: (code: string) => void;
  onbekend: (regel: number, pad: string) => void;
}
