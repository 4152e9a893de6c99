import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';

const INDICATORS = join(import.meta.dirname, '../../queries/indicators');
const ALLOWED = new Set(['stg', 'ref', 'kern']);
let database: Database;
beforeAll(async () => {
  database = await Database.open(':memory:');
});
afterAll(() => {
  database.close();
});

const layersOf = (tables: Iterable<string>): string[] =>
  [...tables]
    .filter((table) => table !== 'meta.levering')
    .map((table) => table.split('.')[0] ?? '');

describe('by the parser of DuckDB', () => {
  const ids = readdirSync(INDICATORS).filter((file) => file.endsWith('.sql'));

  it.each(ids)('the indicator %s reads kern and ref only', async (file) => {
    const sql = readFileSync(join(INDICATORS, file), 'utf8');
    const read = await tablesRead(database, sql);
    expect(read.size).toBeGreaterThan(0);
    for (const table of read) expect(table).toMatch(/^(kern|ref)\./);
    expect(sql).toMatch(/^-- Eén rij per /);
  });

  it('models read stg, ref and kern only, and meta.levering for the end of the data', async () => {
    const models = await readModels(database);
    expect(models.length).toBeGreaterThan(25);
    for (const {table, sql, reads} of models) {
      const foreign = layersOf(reads).filter((layer) => !ALLOWED.has(layer));
      expect({table, foreign}).toEqual({table, foreign: []});
      expect({table, opens: sql.startsWith('-- Eén rij per ')}).toEqual({table, opens: true});
    }
  });
});
