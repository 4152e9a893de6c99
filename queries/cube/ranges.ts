import type {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';
import type {Definition} from '../catalogue.ts';

/** From which day to which day the registration behind an indicator runs, per gemeente. */
export interface DataRange {
  gemeente: string;
  /** A variant that is counted from other tables than the indicator. */
  variant?: string;
  van: string;
  tot: string;
}

/** The delivered table behind a derived one: its registration is the range of both. */
const MADE_OF: ReadonlyMap<string, string> = new Map([['levering_periode', 'levering']]);

/** The range of what was never delivered: it begins after all periods. */
const NEVER = `date '9999-12-31'`;

/**
 * Makes the temporary table `bereik`: the days that every source of every table of an indicator
 * covers, per gemeente; and `bereik_variant`, those of its variants that have tables of their own.
 */
export async function readRanges(database: Database, definition: Definition): Promise<DataRange[]> {
  const {sql, dataeinde, dataeindeVarianten} = definition;
  const read = [...(await tablesRead(database, sql))]
    .map((name) => name.replace(/^.*\./, ''))
    .map((name) => MADE_OF.get(name) ?? name);
  const tables = dataeinde.length > 0 ? dataeinde : read;
  await database.run(`create or replace temp table bereik as ${rangeSql(tables, definition)}`);
  await database.run(
    `create or replace temp table bereik_variant (
       gemeente_code varchar, variant varchar, van date, tot date
     )`,
  );
  for (const [variant, own] of Object.entries(dataeindeVarianten)) {
    await database.run(
      `insert into bereik_variant
       select bereik.gemeente_code, '${variant}', coalesce(eigen.van, ${NEVER}),
         coalesce(eigen.tot, ${NEVER})
       from bereik left join (${rangeSql(own, definition)}) as eigen using (gemeente_code)`,
    );
  }
  const rows = await database.rows(
    `select gemeente_code, null as variant, van::varchar as van, tot::varchar as tot from bereik
     union all
     select gemeente_code, variant, van::varchar, tot::varchar from bereik_variant`,
  );
  return rows.map(({gemeente_code, variant, van, tot}) => ({
    gemeente: String(gemeente_code),
    ...(variant !== null && {variant: String(variant)}),
    van: String(van),
    tot: String(tot),
  }));
}

function rangeSql(tables: readonly string[], {opvolgingDagen}: Definition): string {
  const names = tables.map((name) => `'${name}'`).join(', ');
  return `select gemeente_code, max(van) as van, min(tot) - ${opvolgingDagen} as tot
    from (
      select gemeente_code, tabel, min(data_van) as van, min(data_tot) as tot
      from (from kern.dataeinde union all by name from kern.onderzoek_einde)
      where tabel in (${names}) group by gemeente_code, tabel
    ) group by gemeente_code`;
}

/**
 * The contributions of a stock, each within the range of its variant: on a day of which we do not know
 * who started, nobody is counted as waiting.
 */
export function withinRanges({sql, dataeindeVarianten}: Definition): string {
  if (Object.keys(dataeindeVarianten).length === 0) return sql;
  return `select geteld.* replace (
      greatest(geteld.van, bereik_variant.van) as van, least(geteld.tot, bereik_variant.tot) as tot
    )
    from (${sql}) as geteld
    left join bereik_variant using (gemeente_code, variant)`;
}
