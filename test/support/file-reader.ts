import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {LeveringGeweigerd} from '../../ingest/errors.ts';
import {Gate} from '../../ingest/gate/gate.ts';
import {makePseudonymizer} from '../../ingest/gate/pseudonym.ts';
import type {LoadedFile} from '../../ingest/outcome.ts';
import {writeQuarantine} from '../../ingest/quarantine.ts';
import {loadFile} from '../../ingest/sources/uitwisselprofiel/load-file.ts';
import {readProfile} from '../../ingest/sources/uitwisselprofiel/profile.ts';
import {readCsv} from '../../ingest/sources/uitwisselprofiel/read-csv.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {TEST_NUMBERS} from './gate-scan.ts';

/** What became of one file: read, with its rows in stg, or refused with a reason. */
export interface ReadFile {
  bestand: LoadedFile | null;
  /** Rows in stg. */
  geladen: number;
  reden: string;
}

const NOW = new Date('2022-03-01T02:00:00Z');
const PROFILE = readProfile();
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
 * Takes one CSV file of the profile at a time through the reader, the gate, the rules and the
 * quarantine of a delivery, and forgets it: what a delivery does besides costs much more.
 */
export class FileReader {
  readonly quarantine: string;
  readonly #folder: string;
  readonly #warehouse: Database;

  private constructor(folder: string, warehouse: Database) {
    this.#folder = folder;
    this.quarantine = join(folder, 'quarantaine');
    this.#warehouse = warehouse;
  }

  static async open(): Promise<FileReader> {
    const warehouse = await Database.open(':memory:', {threads: '1'});
    await applySchema(warehouse);
    return new FileReader(mkdtempSync(join(tmpdir(), 'lezer-')), warehouse);
  }

  /** `onDisk`: its rows are set down on disk, as those of a large file are. */
  async read(file: {naam: string; tekst: Buffer}, onDisk: boolean): Promise<ReadFile> {
    const place = join(this.#folder, 'uitgepakt');
    rmSync(this.quarantine, {recursive: true, force: true});
    rmSync(place, {recursive: true, force: true});
    for (const folder of [this.quarantine, place]) mkdirSync(folder);
    const pad = join(place, '0');
    writeFileSync(pad, file.tekst);
    const warehouse = this.#warehouse;
    await warehouse.run('begin transaction');
    try {
      const bestand = await this.#load(file.naam, pad, onDisk ? 0 : Infinity);
      const unpacked = ['levering.json', file.naam].map((naam) => ({naam, pad, sha256: ''}));
      await writeQuarantine(
        this.quarantine,
        {naam: 'proef', levering_id: 'proef', now: NOW},
        unpacked,
        [bestand],
      );
      const [row] = await warehouse.rows(`select count(*) as aantal from stg.${bestand.tabel}`);
      return {bestand, geladen: Number(row?.['aantal']), reden: ''};
    } catch (error) {
      if (!(error instanceof LeveringGeweigerd)) throw error;
      return {bestand: null, geladen: 0, reden: error.message};
    } finally {
      await warehouse.run('rollback');
    }
  }

  close(): void {
    this.#warehouse.close();
    rmSync(this.#folder, {recursive: true});
  }

  async #load(naam: string, pad: string, largeBytes: number): Promise<LoadedFile> {
    const warehouse = this.#warehouse;
    const tabel = PROFILE.tabellen.get(naam.replace('.csv', ''))!;
    const gate = new Gate(warehouse, {now: NOW, bevestigd: false, budget: TEST_NUMBERS});
    const context = {
      warehouse,
      gate,
      largeBytes,
      profile: PROFILE,
      pseudonym: makePseudonymizer(Buffer.alloc(32, 7)),
      thresholds: {afgewezen_procent: 5, verschil_procent: 30},
      now: NOW,
    };
    const raw = await readCsv(context, naam, pad, tabel);
    const origin = {levering_id: 'proef', bestand: naam, sha256: '', feiten: FEITEN};
    const bestand = await loadFile(context, tabel, raw, origin);
    await gate.close({levering_id: 'proef', ...FEITEN});
    return bestand;
  }
}
