import type {DuckDBAppender} from '@duckdb/node-api';
import type {Database} from './open.ts';

/** A cell of a row that is appended. A number has to be whole. */
export type AppendedCell = string | number | boolean | null;

/** Of each table the engine would let 200.000 rows wait, in memory that its own limit does not count. */
const MOST_WAITING = 8192;

/**
 * Runs `work` with appenders for the tables of a schema; after it all rows are there. When it throws,
 * the rows that still wait are forgotten: the engine would write them once the appender is cleared
 * away, also when the transaction that they belong to was rolled back.
 */
export async function withAppenders<T>(
  database: Database,
  schema: string,
  work: (appenders: Appenders) => Promise<T>,
): Promise<T> {
  const appenders = new Appenders(database, schema);
  try {
    const outcome = await work(appenders);
    appenders.close();
    return outcome;
  } catch (error) {
    appenders.forget();
    throw error;
  }
}

/** Appends rows to several tables; how many wait for the engine is bounded. */
export class Appenders {
  readonly #database: Database;
  readonly #schema: string;
  readonly #open = new Map<string, DuckDBAppender>();
  #waiting = 0;

  constructor(database: Database, schema: string) {
    this.#database = database;
    this.#schema = schema;
  }

  /** Appends a row: a cell for every column of the table, in the order of its DDL. */
  async append(table: string, cells: Iterable<AppendedCell>): Promise<void> {
    const appender = this.#open.get(table) ?? (await this.#make(table));
    for (const cell of cells) {
      if (cell === null) appender.appendNull();
      else if (typeof cell === 'number') appender.appendBigInt(BigInt(cell));
      else if (typeof cell === 'boolean') appender.appendBoolean(cell);
      else appender.appendVarchar(cell);
    }
    appender.endRow();
    this.#waiting += 1;
    if (this.#waiting < MOST_WAITING) return;
    for (const one of this.#open.values()) one.flushSync();
    this.#waiting = 0;
  }

  close(): void {
    for (const appender of this.#open.values()) appender.closeSync();
  }

  forget(): void {
    for (const appender of this.#open.values()) appender.clear();
  }

  async #make(table: string): Promise<DuckDBAppender> {
    const made = await this.#database.connection.createAppender(table, this.#schema);
    this.#open.set(table, made);
    return made;
  }
}
