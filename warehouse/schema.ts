import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Database} from './open.ts';

const FOLDER = join(import.meta.dirname, 'schema');

/** Makes the schemas and every table of `warehouse/schema/` that is not there yet. Safe to repeat. */
export async function applySchema(database: Database): Promise<void> {
  for (const name of ['stg', 'ref', 'kern', 'meta']) {
    await database.run(`create schema if not exists ${name}`);
  }
  const files = readdirSync(FOLDER, {recursive: true, encoding: 'utf8'});
  for (const file of files.filter((name) => name.endsWith('.sql')).sort()) {
    await database.run(readFileSync(join(FOLDER, file), 'utf8'));
  }
}
