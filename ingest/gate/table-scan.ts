import type {Database} from '../../warehouse/open.ts';
import type {GateColumn} from './cell.ts';
import {ColumnScan} from './column-scan.ts';
import type {GateFinding} from './finding.ts';
import {mask} from './mask.ts';
import {identifierIn} from './name-check.ts';
import {PseudonymShape} from './pseudonym-shape.ts';
import {isHashedBsn, type Budget} from './reverse-digest.ts';

/**
 * Looks for direct identifiers in the cells and headers of one table, in a streaming fashion: `add`
 * each row, then `findings`. Memory is flat in the number of rows.
 */
export class TableScan {
  readonly columns: readonly ColumnScan[];
  /** Length and alphabet of the pseudonyms in the columns with that role. */
  readonly shape = new PseudonymShape();
  readonly #bestand: string;
  readonly #now: Date;

  /** `bestand` is the name that the supplier knows; it must be safe to show (see `checkFileName`). */
  constructor(bestand: string, columns: readonly GateColumn[], now: Date) {
    this.#bestand = bestand;
    this.#now = now;
    this.columns = columns.map((column) => new ColumnScan(column, now));
  }

  /** Adds a row that stands on line `regel`; `cellen` in the order of the columns. */
  add(regel: number, cellen: readonly (string | null)[]): void {
    for (const [at, scan] of this.columns.entries()) {
      const cell = cellen[at] ?? null;
      scan.add(cell, regel);
      if (scan.column.rol === 'pseudoniem') this.shape.add(cell ?? '');
    }
  }

  /**
   * All findings, the refused ones first. Hashes are tried against BSNs in `database`, which only
   * gets temporary tables; `budgetOf` says how long, per column.
   */
  async findings(database: Database, budgetOf: (kolom: string) => Budget): Promise<GateFinding[]> {
    for (const {digests, gevuld, column} of this.columns) {
      const toTest = digests.toTest(gevuld);
      if (toTest === null) continue;
      if (await isHashedBsn(database, toTest, budgetOf(column.naam))) digests.prove();
    }
    const found = this.columns.flatMap((scan, index) => [
      ...this.#headerFinding(scan.column.naam, index),
      ...this.#cellFindings(scan, index),
    ]);
    return found.toSorted((a, b) => a.oordeel.localeCompare(b.oordeel));
  }

  #cellFindings(scan: ColumnScan, index: number): GateFinding[] {
    const kolom = this.#shownName(scan.column.naam, index);
    return scan.judge().map(({soort, oordeel, treffers}) => ({
      bestand: this.#bestand,
      kolom,
      soort,
      oordeel,
      aantal: treffers.aantal,
      patroon: treffers.patroon,
      regels: treffers.regels.toSorted((a, b) => a - b),
    }));
  }

  #headerFinding(naam: string, index: number): GateFinding[] {
    const soort = identifierIn(naam, this.#now);
    if (soort === null) return [];
    const place = {bestand: this.#bestand, kolom: this.#shownName(naam, index)};
    return [{...place, soort, oordeel: 'geweigerd', aantal: 1, patroon: mask(naam), regels: [1]}];
  }

  /** A header can be a person's data, when a file has no header: then its place is told. */
  #shownName(naam: string, index: number): string {
    return identifierIn(naam, this.#now) === null ? naam : String(index + 1);
  }
}
