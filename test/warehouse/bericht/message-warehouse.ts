import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {expect} from 'vitest';
import {loadMessages} from '../../../ingest/sources/istandaarden/load.ts';
import {Database, type Row} from '../../../warehouse/open.ts';
import {applySchema} from '../../../warehouse/schema.ts';
import {pseudonym} from '../../ingest/istandaarden/read.ts';

const MODELS = join(import.meta.dirname, '../../../warehouse/models/stg');
const TABLES = ['client', 'toewijzing', 'levering', 'prestatie', 'antwoord', 'verzoek', 'retour'];

const model = (name: string): string =>
  readFileSync(join(MODELS, `uit_bericht_${name}.sql`), 'utf8');

export type Resolved = 'client' | 'toewijzing' | 'levering' | 'prestatie';

/** A warehouse in memory into which messages are loaded, and what the SQL models make of them. */
export class MessageWarehouse {
  readonly database: Database;
  readonly #folder = mkdtempSync(join(tmpdir(), 'berichten-'));

  private constructor(database: Database) {
    this.database = database;
  }

  static async open(): Promise<MessageWarehouse> {
    const database = await Database.open(':memory:');
    await applySchema(database);
    return new MessageWarehouse(database);
  }

  /** Forgets everything, then loads each message as a delivery of its own, in this order. */
  async load(messages: readonly string[]): Promise<void> {
    for (const table of TABLES) await this.database.run(`delete from stg.bericht_${table}`);
    for (const text of messages) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      const pad = join(this.#folder, sha256);
      writeFileSync(pad, text);
      const naam = `${sha256.slice(0, 6)}.xml`;
      const now = new Date('2026-11-24T12:00:00Z');
      await loadMessages(this.database, [{naam, pad, sha256}], {
        naam,
        levering_id: sha256.slice(0, 16),
        pseudonym,
        now,
        onFile: ({afgewezen}) => {
          expect(afgewezen).toEqual([]);
        },
      });
    }
  }

  /** All rows that the model makes of the messages. */
  async resolve(table: Resolved): Promise<Row[]> {
    await this.database.run(
      `create or replace table stg.uit_bericht_afgekeurd as ${model('afgekeurd')}`,
    );
    const sql = model(table);
    return this.database.rows(`select * from (${sql}) order by all`);
  }

  /** What the messages come down to, after checking that no order of arrival changes a cell of it. */
  async anyOrder(table: Resolved, messages: readonly string[]): Promise<Row[]> {
    await this.load(messages);
    const expected = await this.resolve(table);
    const shuffled = fc.shuffledSubarray([...messages], {minLength: messages.length});
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        await this.load(order);
        expect(await this.resolve(table)).toEqual(expected);
      }),
      {numRuns: 8},
    );
    return expected;
  }
}
