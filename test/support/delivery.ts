import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writeZip} from '../../fixtures/zip.ts';
import {loadInbox} from '../../ingest/load.ts';
import {LARGE_BYTES} from '../../ingest/sources/stage.ts';
import type {DeliveryOutcome} from '../../ingest/outcome.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

/** A file of a delivery as a test writes it. */
export interface TestFile {
  naam: string;
  tekst: string | Buffer;
}

/** What `levering.json` says; a test overrides what it needs. */
export type TestManifest = Record<string, unknown>;

const HEAD = {
  profiel: 'wijkteam-uitwisselprofiel',
  versie: '1.0.0',
  gemeente_code: 'GM0400',
  bron: 'wijkteam',
  aangemaakt_op: '2022-02-04T03:00:00Z',
  periode_van: '2022-01-01',
  periode_tot: '2022-01-31',
  soort: 'aanvulling',
  synthetisch: true,
};

export const TEAM: TestFile = {
  naam: 'team.csv',
  tekst: 'team_id;gemeente_code;naam;startdatum\nT1;GM0400;Centrum;2020-11-01\n',
};

export const CLIENT: TestFile = {
  naam: 'client.csv',
  tekst: 'client_id;geboortejaar;geslacht\nclient-aaaa;1980;v\nclient-bbbb;2010;m\nclient-cccc;;\n',
};

/** `levering.json` that fits the files, unless a test changes it. */
export function manifestOf(files: readonly TestFile[], override: TestManifest = {}): TestFile {
  const bestanden = files.map(({naam, tekst}) => ({
    naam,
    sha256: createHash('sha256').update(tekst).digest('hex'),
    rijen: countRecords(tekst),
  }));
  return {naam: 'levering.json', tekst: JSON.stringify({...HEAD, bestanden, ...override})};
}

function countRecords(tekst: string | Buffer): number {
  const text = tekst.toString('latin1').replaceAll(/"[^"]*"/g, '""');
  return Math.max(0, text.split('\n').filter((line) => line.trim() !== '').length - 1);
}

/** A data directory with an empty warehouse in memory, and what a test does with it. */
export class TestInbox {
  readonly data: string;
  readonly warehouse: Database;
  readonly #now: Date;
  /** Rows of a CSV file of more bytes are set down on disk. */
  largeBytes = LARGE_BYTES;

  private constructor(data: string, warehouse: Database, now: Date) {
    this.data = data;
    this.warehouse = warehouse;
    this.#now = now;
  }

  static async open(now = new Date('2022-03-01T02:00:00Z')): Promise<TestInbox> {
    const data = mkdtempSync(join(tmpdir(), 'inbox-'));
    for (const name of ['inbox', 'warehouse', 'verwerkt', 'quarantaine'])
      mkdirSync(join(data, name));
    const warehouse = await Database.open(':memory:');
    await applySchema(warehouse);
    return new TestInbox(data, warehouse, now);
  }

  path(name: string): string {
    return join(this.data, 'inbox', name);
  }

  /** Puts a delivery in the inbox whose `levering.json` fits its files. */
  async put(name: string, files: readonly TestFile[], override: TestManifest = {}): Promise<void> {
    await writeZip(this.path(name), [manifestOf(files, override), ...files]);
  }

  load(
    bevestig: readonly string[] = [],
    now = this.#now,
    perFile = true,
  ): Promise<DeliveryOutcome[]> {
    return loadInbox({
      data: this.data,
      warehouse: this.warehouse,
      pseudonymKey: Buffer.alloc(32, 7),
      now,
      thresholds: {afgewezen_procent: 5, verschil_procent: 30},
      bevestig,
      largeBytes: this.largeBytes,
      perFile,
      onProgress: () => undefined,
    });
  }

  /** Puts one delivery, loads it, and answers what became of it. */
  async offer(files: readonly TestFile[], override: TestManifest = {}): Promise<DeliveryOutcome> {
    await this.put('levering.zip', files, override);
    const [outcome] = await this.load();
    if (outcome === undefined) throw new Error('nothing was loaded');
    return outcome;
  }

  names(folder: string): string[] {
    return readdirSync(join(this.data, folder)).sort();
  }

  async count(table: string): Promise<number> {
    const [row] = await this.warehouse.rows(`select count(*) as aantal from ${table}`);
    return Number(row?.['aantal']);
  }
}
