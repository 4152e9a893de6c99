import type {GateFinding} from './gate/finding.ts';

/** A row that was not loaded, and why. Never the value. */
export interface RejectedRow {
  regel: number;
  kolom: string | null;
  code: string;
  reden: string;
}

/** Something the supplier should look at; the rows are loaded. */
export interface Warning {
  regel: number | null;
  code: string;
  reden: string;
}

/** What became of one file: gelezen = geladen + afgewezen + dubbel + verouderd, always. */
export interface LoadedFile {
  naam: string;
  /** The canonical table that it fills; null for messages. A file of a source can fill several. */
  tabel: string | null;
  sha256: string;
  gelezen: number;
  geladen: number;
  dubbel: number;
  verouderd: number;
  afgewezen: RejectedRow[];
  waarschuwingen: Warning[];
}

/** Rows of files together; what is left of `gelezen` was double or older than what is known. */
export interface RowCounts {
  gelezen: number;
  geladen: number;
  afgewezen: number;
}

/** A delivery that was loaded, refused, or seen before. */
export interface DeliveryOutcome {
  bestandsnaam: string;
  levering_id: string;
  status: 'geladen' | 'geweigerd' | 'bekend';
  /** Why it was refused, for the supplier; empty otherwise. */
  reden: string;
  /** Identifiers that the gate refused; empty unless that is why. */
  bevindingen: readonly GateFinding[];
  rijen: RowCounts;
  /** Each file, when the loader was asked for them; `meta` has them always. */
  bestanden: LoadedFile[];
}

/** The rows of several deliveries together. */
export function addUp(outcomes: readonly DeliveryOutcome[]): RowCounts {
  const sum = (pick: keyof RowCounts): number =>
    outcomes.reduce((total, {rijen}) => total + rijen[pick], 0);
  return {gelezen: sum('gelezen'), geladen: sum('geladen'), afgewezen: sum('afgewezen')};
}

/** Of a delivery that was loaded before, byte for byte. */
export function known(name: string, id: string): DeliveryOutcome {
  const reden = 'Deze levering was al geladen. Er is niets veranderd.';
  return {...outcomeOf(name, id), status: 'bekend', reden};
}

/** It stays in the inbox: nothing is wrong with the delivery itself, so a next night tries again. */
export function unreadable(name: string, id: string): DeliveryOutcome {
  const reden = `${name}: de nacht kan dit niet lezen. Geef leesrechten. De levering blijft in de inbox.`;
  return {...outcomeOf(name, id), status: 'geweigerd', reden};
}

/** What every outcome begins with: nothing read, nothing found. */
export function outcomeOf(
  bestandsnaam: string,
  levering_id: string,
): Omit<DeliveryOutcome, 'status' | 'reden'> {
  const rijen = {gelezen: 0, geladen: 0, afgewezen: 0};
  return {bestandsnaam, levering_id, bevindingen: [], rijen, bestanden: []};
}
