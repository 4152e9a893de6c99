import {readdirSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {Database} from './open.ts';
import {tablesRead} from './sql-tables.ts';

/** A table that is derived from others by one SELECT; its path is its name. */
export interface Model {
  table: string;
  sql: string;
  reads: Set<string>;
}

const MODELS = join(import.meta.dirname, 'models');

/** All models of `warehouse/models/`, each after the models that it reads. */
export async function readModels(database: Database): Promise<Model[]> {
  const files = readdirSync(MODELS, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const models: Model[] = [];
  for (const file of files) {
    const sql = readFileSync(join(MODELS, file), 'utf8');
    const table = `${dirname(file)}.${basename(file, '.sql')}`;
    models.push({table, sql, reads: await tablesRead(database, sql)});
  }
  return inOrder(models);
}

function inOrder(models: readonly Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.table, model]));
  const ordered = new Set<Model>();
  const visit = (model: Model, path: readonly string[]): void => {
    if (path.includes(model.table)) {
      throw new Error(`models read each other in a circle: ${[...path, model.table].join(' → ')}`);
    }
    for (const name of model.reads) {
      const read = byName.get(name);
      if (read !== undefined) visit(read, [...path, model.table]);
    }
    ordered.add(model);
  };
  for (const model of models) visit(model, []);
  return [...ordered];
}

/** Rebuilds every derived table, in one transaction: readers of the night see all or nothing. */
export async function buildModels(
  database: Database,
  onProgress: (progress: {done: number; total: number; what: string}) => void = () => undefined,
): Promise<void> {
  const models = await readModels(database);
  await database.transaction(async () => {
    for (const [done, {table, sql}] of models.entries()) {
      onProgress({done, total: models.length, what: table});
      await database.run(`create or replace table ${table} as ${sql}`);
    }
  });
}
