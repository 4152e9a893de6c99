import {DuckDBInstance, type DuckDBConnection, type DuckDBValue} from '@duckdb/node-api';
import {GelijktijdigGewijzigd, MagazijnBezet} from './errors.ts';

/** Parameters of a statement, by the name that follows the `$` in the SQL. */
export type Parameters = Record<string, DuckDBValue>;

/** One open DuckDB database with one connection. Only the module that owns a path opens it. */
export class Database {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  readonly #isSibling: boolean;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, isSibling = false) {
    this.#instance = instance;
    this.connection = connection;
    this.#isSibling = isSibling;
  }

  /**
   * Opens (or makes) the exact warehouse, for the night only.
   * `path` may be `:memory:`. Extensions are never fetched; memory is bounded in `options`.
   * Throws `MagazijnBezet` when another process has it open.
   */
  static async open(path: string, options: Record<string, string> = {}): Promise<Database> {
    const instance = await DuckDBInstance.create(path, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...options,
    }).catch(explainLock);
    return new Database(instance, await instance.connect());
  }

  /** Runs one statement; answers nothing. */
  async run(sql: string, parameters?: Parameters): Promise<void> {
    await this.connection.run(sql, parameters);
  }

  /** All rows of a query as plain objects: dates as ISO text, BIGINT and DECIMAL as number. */
  async rows(sql: string, parameters?: Parameters): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql, parameters);
    return reader.getRowObjects().map(plainRow);
  }

  /** All columns of a query, in its order, each from the first row to the last. */
  async columns(sql: string, parameters?: Parameters): Promise<Cell[][]> {
    const reader = await this.connection.runAndReadAll(sql, parameters);
    return reader.getColumns().map((column) => column.map(plainCell));
  }

  /**
   * Runs `work` in one transaction: all of it, or nothing of it. Throws `GelijktijdigGewijzigd` when
   * another connection changed the same rows.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.connection.run('begin transaction');
    try {
      const outcome = await work();
      await this.connection.run('commit');
      return outcome;
    } catch (error) {
      // After a full disk the engine may refuse this too; the first error is the one that counts.
      await this.connection.run('rollback').catch(() => undefined);
      throw isConflict(error)
        ? new GelijktijdigGewijzigd('Een andere verbinding wijzigde dezelfde rijen.', {
            cause: error,
          })
        : error;
    }
  }

  /**
   * The same database through a connection of its own, with its own transactions and temporary
   * tables. Close it before the first.
   */
  async sibling(): Promise<Database> {
    return new Database(this.#instance, await this.#instance.connect(), true);
  }

  /** Closes the connection, and with the first one the file; nothing may be running. */
  close(): void {
    this.connection.disconnectSync();
    if (!this.#isSibling) this.#instance.closeSync();
  }
}

/** How the engine says that two transactions touched the same rows, at a statement or at the commit. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && /^TransactionContext Error: .*conflict/i.test(error.message);
}

function explainLock(error: unknown): never {
  if (error instanceof Error && error.message.includes('Could not set lock on file')) {
    throw new MagazijnBezet('Een ander programma heeft het magazijn open.', {cause: error});
  }
  throw error;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

function plainRow(row: Record<string, DuckDBValue>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainCell(value)]));
}

function plainCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && 'toDouble' in value) return value.toDouble();
  return value.toString();
}
