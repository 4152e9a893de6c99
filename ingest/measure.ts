import type {Database} from '../warehouse/open.ts';
import {BERICHT_TABELLEN} from './sources/istandaarden/rows.ts';
import {stgColumn, type Profile} from './sources/uitwisselprofiel/profile.ts';

/** A table of stg that a delivery filled, and the columns that suppliers fill. */
interface Measured {
  tabel: string;
  kolommen: readonly string[];
}

/** Events that are registered once: the days until they are delivered say how late that is. */
const EVENTS: Readonly<Record<string, string>> = {
  contactmoment: 'datum',
  meting: 'datum',
  verwijzing: 'datum',
  prestatie: 'periode_eind',
  bericht_prestatie: 'periode_eind',
};

/**
 * Writes into `meta` how complete the rows of a delivery are that were loaded (per column), what its
 * amounts add up to, and, for an aanvulling, how late its events came. Call it in the transaction
 * that loads the delivery, before anything replaces its rows.
 */
export async function measureDelivery(
  database: Database,
  delivery: {levering_id: string; soort: string},
  tables: ReadonlySet<string | null>,
  profile: Profile,
): Promise<void> {
  const {levering_id} = delivery;
  for (const table of ['kolom', 'vertraging']) {
    await database.run(`delete from meta.${table} where levering_id = $levering_id`, {levering_id});
  }
  for (const table of measuredOf(tables, profile)) {
    await measureColumns(database, levering_id, table);
    if (delivery.soort === 'aanvulling') await measureDelay(database, levering_id, table.tabel);
  }
}

function measuredOf(tables: ReadonlySet<string | null>, profile: Profile): Measured[] {
  const delivered = [...tables].flatMap((tabel): Measured[] => {
    if (tabel === null) return [];
    const velden = profile.tabellen.get(tabel)?.velden ?? [];
    const own = velden.filter(({name}) => name !== 'gemeente_code');
    return [{tabel, kolommen: own.map(stgColumn)}];
  });
  const messages = Object.entries(BERICHT_TABELLEN).map(([tabel, kolommen]) => ({tabel, kolommen}));
  return tables.has(null) ? [...delivered, ...messages] : delivered;
}

function isSummed(kolom: string): boolean {
  return kolom.endsWith('_cent') || kolom === 'minuten';
}

async function measureColumns(
  database: Database,
  levering_id: string,
  {tabel, kolommen}: Measured,
): Promise<void> {
  const counts = kolommen.map((kolom) => `count(${kolom}) as ${kolom}`);
  const sums = kolommen
    .filter(isSummed)
    .map((kolom) => `coalesce(sum(${kolom}), 0)::hugeint as som_${kolom}`);
  const [row = {}] = await database.rows(
    `select count(*) as rijen, ${[...counts, ...sums].join(', ')}
     from stg.${tabel} where levering_id = $levering_id`,
    {levering_id},
  );
  if (Number(row['rijen']) === 0) return;
  const values = kolommen.map((kolom) => {
    const som = isSummed(kolom) ? String(row[`som_${kolom}`]) : 'null';
    return `('${kolom}', ${Number(row[kolom])}, ${som})`;
  });
  await database.run(
    `insert into meta.kolom by name
     select $levering_id as levering_id, $tabel as tabel, kolom, $rijen::integer as rijen, gevuld, som
     from (values ${values.join(', ')}) as gemeten (kolom, gevuld, som)`,
    {levering_id, tabel, rijen: Number(row['rijen'])},
  );
}

async function measureDelay(database: Database, levering_id: string, tabel: string): Promise<void> {
  const kolom = EVENTS[tabel];
  if (kolom === undefined) return;
  // Counted per day first: a quantile of the rows themselves keeps all of them in memory.
  await database.run(
    `insert into meta.vertraging by name
     with per_dag as (
       select date_diff('day', ${kolom}::date, aangemaakt_op::date) as dagen, count(*) as aantal
       from stg.${tabel} where levering_id = $levering_id and ${kolom} is not null
       group by dagen
     ),
     opgeteld as (
       select dagen, sum(aantal) over (order by dagen) as tot_en_met, sum(aantal) over () as rijen
       from per_dag
     )
     select $levering_id as levering_id, $tabel as tabel, $kolom as kolom, max(rijen) as rijen,
       min(dagen) filter (tot_en_met >= 0.5 * rijen) as mediaan_dagen,
       min(dagen) filter (tot_en_met >= 0.9 * rijen) as p90_dagen
     from opgeteld
     having count(*) > 0`,
    {levering_id, tabel, kolom},
  );
}
