import type {Database} from '../../warehouse/open.ts';

/** A hash over the rows of each table of stg, ref and kern, whatever their order. */
export async function warehouseState(database: Database): Promise<Record<string, string>> {
  const tables = await database.rows(
    `select schema_name || '.' || table_name as naam from duckdb_tables()
     where schema_name in ('stg', 'kern', 'ref') order by naam`,
  );
  const state: Record<string, string> = {};
  for (const {naam} of tables) {
    const [row] = await database.rows(
      `select sha256(coalesce(string_agg(regel, chr(10) order by regel), '')) as hash
       from (select to_json(t)::varchar as regel from ${String(naam)} as t)`,
    );
    state[String(naam)] = String(row?.['hash']);
  }
  return state;
}
