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

/** A delivery that was loaded, refused, or seen before. */
export interface DeliveryOutcome {
  bestandsnaam: string;
  levering_id: string;
  status: 'geladen' | 'geweigerd' | 'bekend';
  /** Why it was refused, for the supplier; empty otherwise. */
  reden: string;
  /** Identifiers that the gate refused; empty unless that is why. */
  bevindingen: readonly GateFinding[];
  bestanden: LoadedFile[];
}

/** One entry per file of the supplier: what was rejected for any table that it fills. */
export function perFile(
  files: readonly LoadedFile[],
): {naam: string; afgewezen: readonly RejectedRow[]}[] {
  const rejected = new Map<string, RejectedRow[]>();
  for (const {naam, afgewezen} of files) {
    rejected.set(naam, [...(rejected.get(naam) ?? []), ...afgewezen]);
  }
  return [...rejected].map(([naam, afgewezen]) => ({naam, afgewezen}));
}

/** The rows of all files of a delivery together. */
export function totals(files: readonly LoadedFile[]): {
  gelezen: number;
  geladen: number;
  afgewezen: number;
} {
  const sum = (pick: (file: LoadedFile) => number): number =>
    files.reduce((total, file) => total + pick(file), 0);
  return {
    gelezen: sum(({gelezen}) => gelezen),
    geladen: sum(({geladen}) => geladen),
    afgewezen: sum(({afgewezen}) => afgewezen.length),
  };
}
