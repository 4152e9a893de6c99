import type {Database} from '../../warehouse/open.ts';
import {LeveringGeweigerd} from '../errors.ts';
import type {GateColumn} from './cell.ts';
import {IdentificerendeGegevens, type GateFinding} from './finding.ts';
import {identifierIn} from './name-check.ts';
import {
  comparePseudonyms,
  isKnownSource,
  knownClients,
  type Delivery,
} from './pseudonym-stability.ts';
import {PseudonymShape} from './pseudonym-shape.ts';
import {CERTAIN, QUICK, type Budget} from './reverse-digest.ts';
import {TableScan} from './table-scan.ts';

/** How a delivery is looked at. */
export interface GateOptions {
  now: Date;
  /** Functioneel beheer looked at the delivery: only what is certain is refused. */
  bevestigd: boolean;
  /** How long hashes are tried against all BSNs; null: long for a new source, else seconds. */
  budget: Budget | null;
}

/**
 * The gate for one delivery, whatever its format. Per table: `scan`, then `add` or `scanStaged`, then
 * `passes`; a table that does not pass must not be stored. After the last table: `close`.
 */
export class Gate {
  readonly #database: Database;
  readonly #options: GateOptions;
  readonly #findings: GateFinding[] = [];
  #opened = false;
  #isKnownSource = false;
  readonly #tried = new Set<string>();
  readonly #shape = new PseudonymShape();

  constructor(database: Database, options: GateOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** A scan for the table in `bestand`; give it every row. */
  scan(bestand: string, columns: readonly GateColumn[]): TableScan {
    return new TableScan(bestand, columns, this.#options.now);
  }

  /** Judges a table of which all rows were added. False once anything in the delivery is refused. */
  async passes(scan: TableScan): Promise<boolean> {
    const {bevestigd} = this.#options;
    const found = await scan.findings(this.#database, (kolom) => this.#budgetOf(kolom));
    this.#findings.push(...found.filter(({oordeel}) => oordeel === 'geweigerd' || !bevestigd));
    this.#shape.merge(scan.shape);
    return this.#findings.length === 0;
  }

  /**
   * Before the first row is stored: remembers the clients that are known. May be repeated. Throws
   * `LeveringGeweigerd` when the name of the source tells a person.
   */
  async open({gemeente_code, bron}: Pick<Delivery, 'gemeente_code' | 'bron'>): Promise<void> {
    if (this.#opened) return;
    this.#opened = true;
    const soort = identifierIn(bron, this.#options.now);
    if (soort !== null) {
      throw new LeveringGeweigerd(
        'bron',
        `de naam van de bron lijkt een ${soort} te bevatten. Kies een andere naam.`,
      );
    }
    await knownClients(this.#database, gemeente_code, bron);
    this.#isKnownSource = await isKnownSource(this.#database, gemeente_code, bron);
  }

  /**
   * Ends the delivery, inside the transaction that stores it. Throws `IdentificerendeGegevens` with
   * all findings, and `LeveringGeweigerd` when the pseudonyms are others than the last time.
   */
  async close(delivery: Delivery): Promise<void> {
    if (this.#findings.length > 0) throw new IdentificerendeGegevens(this.#findings);
    await comparePseudonyms(this.#database, delivery, this.#shape, this.#options.bevestigd);
  }

  /**
   * The pseudonyms of a known source were tried when it was new, and may not change since; a column
   * that stands in several tables is tried once.
   */
  #budgetOf(kolom: string): Budget {
    const {budget} = this.#options;
    if (budget !== null) return budget;
    const tried = this.#isKnownSource || this.#tried.has(kolom);
    this.#tried.add(kolom);
    return tried ? QUICK : CERTAIN;
  }
}
