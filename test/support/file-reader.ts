import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {LeveringGeweigerd} from '../../ingest/errors.ts';
import {Gate} from '../../ingest/gate/gate.ts';
import {makePseudonymizer} from '../../ingest/gate/pseudonym.ts';
import type {LoadedFile} from '../../ingest/outcome.ts';
import {writeQuarantine} from '../../ingest/quarantine.ts';
import {gateColumns} from '../../ingest/sources/uitwisselprofiel/gate-columns.ts';
import {loadFile} from '../../ingest/sources/uitwisselprofiel/load-file.ts';
import {readProfile, type Tabel} from '../../ingest/sources/uitwisselprofiel/profile.ts';
import {readCsv, type RawTable} from '../../ingest/sources/uitwisselprofiel/read-csv.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {TEST_NUMBERS} from './gate-scan.ts';

/** A file of the profile, and whether its rows are set down on disk, as those of a large file are. */
export interface OfferedFile {
  naam: string;
  tekst: Buffer;
  onDisk: boolean;
}

/** What became of one file: read, with its rows in stg, or refused with a reason. */
export interface ReadFile {
  bestand: LoadedFile | null;
  /** Rows in stg. */
  geladen: number;
  reden: string;
  /** The folder in which its rejected rows are kept. */
  quarantine: string;
}

/** A file that the reader took, with its place in the table of all files together. */
interface Taken {
  nummer: number;
  naam: string;
  raw: RawTable;
  /** What the gate refuses is judged alone: it would refuse the others too. */
  passes: boolean;
}

const NOW = new Date('2022-03-01T02:00:00Z');
const PROFILE = readProfile();
const TABLES = ['aanmelding', 'gebeurtenis'] as const;
/** More lines than any file has: a line of all files together tells its file. */
const LINES = 100_000;
const FEITEN = {
  gemeente_code: 'GM0400',
  bron: 'proef',
  soort: 'aanvulling' as const,
  aangemaakt_op: '2022-02-04T03:00:00Z',
  periode_van: '2022-01-01',
  periode_tot: '2022-01-31',
  synthetisch: true,
};

/**
 * Takes CSV files of the profile through the reader of deliveries one by one, and the rows that they
 * hold through gate, rules and quarantine together: a statement costs more than so few rows. Keys of
 * different files are kept apart.
 */
export class FileReader {
  readonly #folder: string;
  readonly #warehouse: Database;

  private constructor(folder: string, warehouse: Database) {
    this.#folder = folder;
    this.#warehouse = warehouse;
  }

  static async open(): Promise<FileReader> {
    const warehouse = await Database.open(':memory:', {threads: '1'});
    await applySchema(warehouse);
    return new FileReader(mkdtempSync(join(tmpdir(), 'lezer-')), warehouse);
  }

  /** What becomes of each file, in the same order. */
  async read(files: readonly OfferedFile[]): Promise<ReadFile[]> {
    rmSync(this.#folder, {recursive: true});
    mkdirSync(this.#folder);
    for (const tabel of TABLES) await this.#empty(tabel);
    const outcomes = new Map<number, ReadFile>();
    const taken: Taken[] = [];
    for (const [nummer, file] of files.entries()) {
      const outcome = await this.#take(nummer, file);
      if (typeof outcome === 'string') outcomes.set(nummer, this.#refused(nummer, outcome));
      else taken.push(outcome);
    }
    const alike = new Map<string, Taken[]>();
    for (const one of taken) {
      const alone = one.passes ? '' : String(one.nummer);
      const kind = `${one.naam} ${one.raw.kolommen.join()} ${alone}`;
      alike.set(kind, [...(alike.get(kind) ?? []), one]);
    }
    for (const group of alike.values()) {
      for (const [nummer, outcome] of await this.#loadAny(group)) outcomes.set(nummer, outcome);
    }
    return files.map((_, nummer) => outcomes.get(nummer)!);
  }

  close(): void {
    this.#warehouse.close();
    rmSync(this.#folder, {recursive: true});
  }

  /** Reads a file and puts its rows with those of the others; the reason when it is refused. */
  async #take(nummer: number, {naam, tekst, onDisk}: OfferedFile): Promise<Taken | string> {
    const tabel = tableOf(naam);
    const pad = this.#path(nummer);
    writeFileSync(pad, tekst);
    try {
      const reading = {warehouse: this.#warehouse, largeBytes: onDisk ? 0 : Infinity};
      const raw = await readCsv(reading, naam, pad, tabel);
      await this.#warehouse.run(
        `insert into samen_${tabel.naam} by name select ${nummer} as nummer, * from ${raw.rijen}`,
      );
      return {nummer, naam, raw, passes: await this.#passesGate(tabel, raw)};
    } catch (error) {
      if (error instanceof LeveringGeweigerd) return error.message;
      throw error;
    }
  }

  async #passesGate(tabel: Tabel, {rijen, kolommen}: RawTable): Promise<boolean> {
    const gate = this.#gate(false);
    const scan = gate.scan('proef', gateColumns(tabel, kolommen));
    for (const row of await this.#warehouse.rows(`select * from ${rijen}`)) {
      const cells = kolommen.map((kolom) => (row[kolom] == null ? null : String(row[kolom])));
      scan.add(Number(row['bronregel']), cells);
    }
    return gate.passes(scan);
  }

  /** Confirmed for files together: damaged pseudonyms of many files are of many lengths. */
  #gate(bevestigd: boolean): Gate {
    return new Gate(this.#warehouse, {now: NOW, bevestigd, budget: TEST_NUMBERS});
  }

  /** Files that the gate refuses only together are told apart by halves. */
  async #loadAny(group: readonly Taken[]): Promise<[number, ReadFile][]> {
    try {
      return await this.#load(group);
    } catch (error) {
      if (!(error instanceof LeveringGeweigerd)) throw error;
      const [only] = group;
      if (group.length === 1 && only !== undefined) {
        return [[only.nummer, this.#refused(only.nummer, error.message)]];
      }
      const half = Math.ceil(group.length / 2);
      const [some, others] = [group.slice(0, half), group.slice(half)];
      return [...(await this.#loadAny(some)), ...(await this.#loadAny(others))];
    }
  }

  async #load(group: readonly Taken[]): Promise<[number, ReadFile][]> {
    const [first] = group;
    if (first === undefined) return [];
    const tabel = tableOf(first.naam);
    const {kolommen} = first.raw;
    const cells = kolommen.map((naam) =>
      naam === tabel.sleutel.at(-1) ? `nummer || '.' || ${naam} as ${naam}` : naam,
    );
    await this.#warehouse.run(
      `create or replace temp table groep as
       select ${cells.join(', ')}, nummer * ${LINES} + bronregel as bronregel
       from samen_${tabel.naam} where nummer in (${group.map(({nummer}) => nummer).join()})`,
    );
    const gelezen = group.reduce((sum, {raw}) => sum + raw.gelezen - raw.afgewezen.length, 0);
    const together = await this.#loadTogether(tabel, group.length > 1, {
      ...first.raw,
      rijen: 'groep',
      gelezen,
      afgewezen: [],
    });
    const counts = await this.#warehouse.rows(
      `select bronregel // ${LINES} as nummer, count(*) as aantal from stg.${tabel.naam} group by nummer`,
    );
    await this.#warehouse.run(`delete from stg.${tabel.naam}`);
    const geladen = new Map(counts.map(({nummer, aantal}) => [Number(nummer), Number(aantal)]));
    const outcomes: [number, ReadFile][] = [];
    for (const {nummer, naam, raw} of group) {
      const own = together.afgewezen
        .filter(({regel}) => Math.floor(regel / LINES) === nummer)
        .map((row) => ({...row, regel: row.regel % LINES}));
      const afgewezen = [...raw.afgewezen, ...own];
      const rows = geladen.get(nummer) ?? 0;
      const dubbel = raw.gelezen - afgewezen.length - rows;
      const bestand = {...together, naam, gelezen: raw.gelezen, geladen: rows, dubbel, afgewezen};
      const quarantine = await this.#keep(nummer, bestand);
      outcomes.push([nummer, {bestand, geladen: rows, reden: '', quarantine}]);
    }
    const dubbel = outcomes.reduce((sum, [, {bestand}]) => sum + (bestand?.dubbel ?? 0), 0);
    if (dubbel !== together.dubbel) throw new Error(`${dubbel} rows are not accounted for`);
    return outcomes;
  }

  async #loadTogether(tabel: Tabel, several: boolean, raw: RawTable): Promise<LoadedFile> {
    const warehouse = this.#warehouse;
    const gate = this.#gate(several);
    const context = {
      warehouse,
      gate,
      largeBytes: Infinity,
      profile: PROFILE,
      pseudonym: makePseudonymizer(Buffer.alloc(32, 7)),
      thresholds: {afgewezen_procent: 100, verschil_procent: 30},
      now: NOW,
    };
    const origin = {levering_id: 'proef', bestand: 'proef', sha256: '', feiten: FEITEN};
    const bestand = await loadFile(context, tabel, raw, origin);
    await gate.close({levering_id: 'proef', ...FEITEN});
    return bestand;
  }

  async #keep(nummer: number, bestand: LoadedFile): Promise<string> {
    const quarantine = `${this.#path(nummer)}-quarantaine`;
    mkdirSync(quarantine);
    const delivery = {naam: 'proef', levering_id: 'proef', now: NOW};
    const unpacked = ['levering.json', bestand.naam].map((naam) => ({
      naam,
      pad: this.#path(nummer),
      sha256: '',
    }));
    await writeQuarantine(quarantine, delivery, unpacked, [bestand]);
    return quarantine;
  }

  #refused(nummer: number, reden: string): ReadFile {
    return {bestand: null, geladen: 0, reden, quarantine: this.#path(nummer)};
  }

  async #empty(tabel: (typeof TABLES)[number]): Promise<void> {
    const columns = tableOf(tabel).velden.map(({name}) => `${name} varchar`);
    await this.#warehouse.run(`delete from stg.${tabel}`);
    await this.#warehouse.run(
      `create or replace temp table samen_${tabel}
         (nummer integer, bronregel bigint, ${columns.join(', ')})`,
    );
  }

  #path(nummer: number): string {
    return join(this.#folder, String(nummer));
  }
}

function tableOf(naam: string): Tabel {
  return PROFILE.tabellen.get(naam.replace('.csv', ''))!;
}
