import {z} from 'zod';
import type {Database} from './open.ts';

/** A table that a query reads, e.g. `kern.casus`. CTEs are left out. */
export type TableName = string;

const serialized = z.looseObject({error: z.boolean(), error_message: z.string().optional()});

/**
 * The tables that one SELECT reads, by DuckDB's own parser. Throws when it does not parse.
 */
export async function tablesRead(database: Database, sql: string): Promise<Set<TableName>> {
  const [row] = await database.rows('select json_serialize_sql($sql::varchar)::varchar as boom', {
    sql,
  });
  const tree = serialized.parse(JSON.parse(String(row?.['boom'])));
  if (tree.error) throw new SyntaxError(tree.error_message ?? 'unknown error');
  const found = new Set<TableName>();
  collect(tree, found);
  return found;
}

function collect(node: unknown, found: Set<TableName>): void {
  if (Array.isArray(node)) for (const child of node) collect(child, found);
  if (typeof node !== 'object' || node === null) return;
  if (
    'type' in node &&
    node.type === 'BASE_TABLE' &&
    'schema_name' in node &&
    'table_name' in node
  ) {
    const {schema_name, table_name} = node;
    if (typeof schema_name === 'string' && schema_name !== '') {
      found.add(`${schema_name}.${String(table_name)}`);
    }
  }
  for (const child of Object.values(node)) collect(child, found);
}
