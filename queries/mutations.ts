import type {Database} from '../warehouse/open.ts';
import {MIN_MUTATIONS, MIN_WIJK_MUTATIONS} from './cube/protect.ts';

/** How many clients of one gemeente changed since the last release, also per wijk. */
export interface Mutations {
  gemeente: string;
  naam: string;
  clienten: number;
  /** Null where the warehouse does not know its last release (it was rebuilt). */
  mutaties: number | null;
  perWijk: ReadonlyMap<string, number>;
}

/** A wijk that shows its total only: too little changed in it to split it again. */
export interface HeldWijk {
  gemeente: string;
  gebied: string;
}

const SHARE = 0.05;

/** Fewest changed clients before a gemeente of this size may be released again. */
export function neededMutations(clienten: number): number {
  return Math.max(MIN_MUTATIONS, Math.ceil(SHARE * clienten));
}

/**
 * Whether enough has changed to release again, else why not. Nothing changed at all is fine too: the
 * same figures come out. Without a known last release the wijken are held, not the gemeente.
 */
export function mutationGate(gemeenten: readonly Mutations[]): string | null {
  const short = gemeenten.filter(
    ({mutaties, clienten}) =>
      mutaties !== null && mutaties > 0 && mutaties < neededMutations(clienten),
  );
  if (short.length === 0) return null;
  const said = short.map(
    ({naam, clienten}) =>
      `In ${naam} veranderde te weinig sinds de vorige publicatie. Nodig zijn ${String(neededMutations(clienten))} wijzigingen.`,
  );
  return `${said.join(' ')} Anders kan iemand zien wie erbij kwam of wegging.`;
}

/** The wijken in which something changed, but too little to split them again. */
export function heldWijken(
  gemeenten: readonly Mutations[],
  wijken: readonly HeldWijk[],
): HeldWijk[] {
  return wijken.filter(({gemeente, gebied}) => {
    const known = gemeenten.find((one) => one.gemeente === gemeente);
    if (known === undefined || known.mutaties === null) return true;
    const changed = known.perWijk.get(gebied) ?? 0;
    return changed > 0 && changed < MIN_WIJK_MUTATIONS;
  });
}

/** Counts the clients whose rows changed since the last release. The counts stay in the night. */
export async function readMutations(warehouse: Database): Promise<Mutations[]> {
  await makeState(warehouse);
  const gemeenten = await warehouse.rows(
    `select boom.gemeente_code as gemeente, boom.naam,
       (select count(*) from stand_nu where gemeente_code = boom.gemeente_code) as clienten,
       (select count(*) from meta.publicatie_stand
        where gemeente_code = boom.gemeente_code) as eerder
     from ref.gebied_boom as boom where niveau = 'gemeente' order by gemeente`,
  );
  const changed = await warehouse.rows(
    `select gemeente_code as gemeente, coalesce(nu.wijk_code, toen.wijk_code) as wijk,
       count(*) as aantal
     from stand_nu as nu
     full join meta.publicatie_stand as toen using (gemeente_code, client_id)
     where nu.kenmerk is distinct from toen.kenmerk
     group by all`,
  );
  return gemeenten.map(({gemeente, naam, clienten, eerder}): Mutations => {
    const own = changed.filter((row) => row['gemeente'] === gemeente);
    return {
      gemeente: String(gemeente),
      naam: String(naam),
      clienten: Number(clienten),
      mutaties: eerder === 0 ? null : own.reduce((sum, row) => sum + Number(row['aantal']), 0),
      perWijk: new Map(own.map((row) => [String(row['wijk']), Number(row['aantal'])])),
    };
  });
}

/** Remembers how every client stood at this release. */
export async function rememberState(warehouse: Database): Promise<void> {
  await makeState(warehouse);
  await warehouse.transaction(async () => {
    await warehouse.run('delete from meta.publicatie_stand');
    await warehouse.run('insert into meta.publicatie_stand by name select * from stand_nu');
  });
}

/** A mark per client over all tables of kern that know him; the sum does not depend on any order. */
async function makeState(warehouse: Database): Promise<void> {
  const tables = await warehouse.rows(
    `select table_name as naam from duckdb_columns()
     where database_name = current_database() and schema_name = 'kern'
       and column_name = 'client_id'
     order by naam`,
  );
  const marks = tables.map(
    ({naam}) =>
      `select gemeente_code, client_id,
         sum(md5_number_lower('${String(naam)}' || rij::varchar)) as kenmerk
       from kern.${String(naam)} as rij where client_id is not null
       group by gemeente_code, client_id`,
  );
  await warehouse.run(
    `create or replace temp table stand_nu as
     select alle.gemeente_code, alle.client_id, any_value(verblijf.wijk_code) as wijk_code,
       any_value(alle.kenmerk) as kenmerk
     from (
       select gemeente_code, client_id, sum(kenmerk)::hugeint as kenmerk
       from (${marks.join(' union all ')})
       group by gemeente_code, client_id
     ) as alle
     left join kern.verblijf on verblijf.gemeente_code = alle.gemeente_code
       and verblijf.client_id = alle.client_id and verblijf.geldig_tot = date '9999-12-31'
     group by alle.gemeente_code, alle.client_id`,
  );
}
