import type {UnpackedFiles} from '../unpacked-files.ts';
import type {RejectedRow, Warning} from '../outcome.ts';
import type {DeliveryFacts} from '../source-format.ts';

/** A record of the source: a row of a canonical table, or the reason why it is none. */
export type TranslatedRow = {regel: number; cellen: readonly (string | null)[]} | RejectedRow;

/** The rows that one file (or sheet) of the source holds for one canonical table. */
export interface TranslatedTable {
  /** Name of the canonical table (design/data.md, contract/datapackage.json). */
  tabel: string;
  /** Name of the file as the supplier knows it, with the sheet of a workbook behind a "#". */
  bestand: string;
  sha256: string;
  /** Canonical columns; `cellen` of a row has the same order. */
  kolommen: readonly string[];
  /** What the supplier calls a column, for findings: the canonical name when it has no other. */
  kolomnaam: (kolom: string) => string;
  /** Every record of the source exactly once; text as the uitwisselprofiel writes it. */
  rijen: AsyncIterable<TranslatedRow> | Iterable<TranslatedRow>;
  /** Findings about the file as a whole. */
  waarschuwingen: readonly Warning[];
}

/** A delivery of a foreign format in terms of the canonical model. */
export interface Translation {
  feiten: DeliveryFacts;
  tabellen: readonly TranslatedTable[];
}

/**
 * Reads a delivery of one foreign format. `translate` throws `LeveringGeweigerd` (Dutch, naming
 * file, line and cure) when the delivery as a whole can't be trusted.
 */
export interface Translator {
  /** True when these files are of this format; looks at names and first bytes only. */
  recognises: (files: UnpackedFiles) => Promise<boolean> | boolean;
  translate: (files: UnpackedFiles, now: Date) => Promise<Translation>;
}
