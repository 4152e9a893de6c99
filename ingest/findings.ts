import {withAppenders, type Appenders} from '../warehouse/appenders.ts';
import type {Database} from '../warehouse/open.ts';
import type {GateFinding} from './gate/finding.ts';
import type {LoadedFile, RejectedRow, RowCounts} from './outcome.ts';

const TABLES = ['bestand', 'afgewezen_rij', 'waarschuwing'] as const;

/**
 * What became of the files of one delivery, written into `meta` as they are read: a zip holds a
 * hundred thousand messages, and of one that is right nothing has to be remembered.
 */
export class Findings {
  readonly #appenders: Appenders;
  readonly #id: string;
  readonly #rejected = new Map<string, RejectedRow[]>();
  readonly #tables = new Set<string | null>();
  readonly #rows: RowCounts = {gelezen: 0, geladen: 0, afgewezen: 0};
  readonly #keeps: boolean;
  readonly #files: LoadedFile[] = [];

  private constructor(appenders: Appenders, {id, keeps}: {id: string; keeps: boolean}) {
    this.#appenders = appenders;
    this.#id = id;
    this.#keeps = keeps;
  }

  /**
   * Runs `work` with the findings of a delivery, in place of what stood in `meta`. Call it in the
   * transaction of the load; all is written when it ends. With `keeps` the files are remembered too.
   */
  static async record<T>(
    warehouse: Database,
    delivery: {id: string; keeps: boolean},
    work: (findings: Findings) => Promise<T>,
  ): Promise<T> {
    const {id} = delivery;
    for (const table of TABLES) {
      await warehouse.run(`delete from meta.${table} where levering_id = $id`, {id});
    }
    return withAppenders(warehouse, 'meta', (appenders) => work(new Findings(appenders, delivery)));
  }

  /** Adds a file, or one table of a file that fills several. */
  async add(file: LoadedFile): Promise<void> {
    const {naam, tabel, sha256, gelezen, geladen, afgewezen, dubbel, verouderd} = file;
    const append = (table: (typeof TABLES)[number], cells: (string | number | null)[]) =>
      this.#appenders.append(table, [this.#id, naam, ...cells]);
    for (const {regel, kolom, code, reden} of afgewezen) {
      await append('afgewezen_rij', [regel, kolom, code, reden]);
    }
    for (const {regel, code, reden} of file.waarschuwingen) {
      await append('waarschuwing', [regel, code, reden]);
    }
    const counts = [gelezen, geladen, afgewezen.length, dubbel, verouderd];
    await append('bestand', [tabel, sha256, ...counts]);
    if (this.#keeps) this.#files.push(file);
    this.#tables.add(tabel);
    this.#rows.gelezen += gelezen;
    this.#rows.geladen += geladen;
    this.#rows.afgewezen += afgewezen.length;
    if (afgewezen.length > 0) {
      this.#rejected.set(naam, [...(this.#rejected.get(naam) ?? []), ...afgewezen]);
    }
  }

  /** The rows of all files together. */
  get rijen(): RowCounts {
    return this.#rows;
  }

  /** Every file, in the order in which they were added; none unless they are kept. */
  get bestanden(): LoadedFile[] {
    return this.#files;
  }

  /** The canonical tables that were filled; null stands for messages. */
  get tabellen(): ReadonlySet<string | null> {
    return this.#tables;
  }

  /** What was rejected per file of the supplier, for any table that it fills; nothing of the others. */
  get afgewezen(): {naam: string; afgewezen: readonly RejectedRow[]}[] {
    return [...this.#rejected].map(([naam, afgewezen]) => ({naam, afgewezen}));
  }
}

/** Writes what the gate found in a delivery into `meta`, in place of what stood there. */
export async function recordGateFindings(
  warehouse: Database,
  id: string,
  findings: readonly GateFinding[],
): Promise<void> {
  await warehouse.run('delete from meta.poortbevinding where levering_id = $id', {id});
  await withAppenders(warehouse, 'meta', async (appenders) => {
    for (const {bestand, kolom, soort, oordeel, patroon, regels, aantal} of findings) {
      const texts = [id, bestand, kolom, soort, oordeel, patroon, regels.join(', ')];
      await appenders.append('poortbevinding', [...texts, aantal]);
    }
  });
}
