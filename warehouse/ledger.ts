import type {Database, Row} from './open.ts';

/** A delivery as the ledger keeps it. Times are ISO text. */
export interface LedgerEntry {
  levering_id: string;
  sha256: string;
  bestandsnaam: string;
  status: 'geladen' | 'geweigerd';
  synthetisch: boolean;
  gemeente_code: string | null;
  bron: string | null;
  soort: string | null;
  aangemaakt_op: string | null;
  periode_van: string | null;
  periode_tot: string | null;
  geladen_op: string;
  gelezen: number;
  geladen: number;
  afgewezen: number;
}

/** Whether a delivery with exactly these bytes was loaded before. */
export async function isLoaded(database: Database, sha256: string): Promise<boolean> {
  const found = await database.rows(
    "select 1 as een from meta.levering where sha256 = $sha256 and status = 'geladen'",
    {sha256},
  );
  return found.length > 0;
}

/**
 * The latest moment that is known to have passed: `now`, or that of the newest delivery when the
 * clock of this machine was put back. By it dates are judged: they are not in the future because a
 * clock is wrong.
 */
export async function latestMoment(database: Database, now: Date): Promise<Date> {
  const [row] = await database.rows(
    `select max(geladen_op)::varchar as op from meta.levering where status = 'geladen'`,
  );
  const known = row?.['op'] ?? null;
  if (known === null) return now;
  const moment = new Date(`${String(known).replace(' ', 'T')}Z`);
  return moment > now ? moment : now;
}

/** Writes a delivery into the ledger; a refused one may be offered again. */
export async function enter(database: Database, entry: LedgerEntry): Promise<void> {
  await database.run('delete from meta.levering where levering_id = $levering_id', {
    levering_id: entry.levering_id,
  });
  await database.run(
    `insert into meta.levering by name select
      $levering_id as levering_id, $sha256 as sha256, $gemeente_code as gemeente_code,
      $bron as bron, $soort as soort, $bestandsnaam as bestandsnaam, $status as status,
      $synthetisch as synthetisch, $aangemaakt_op::timestamp as aangemaakt_op,
      $periode_van::date as periode_van, $periode_tot::date as periode_tot,
      $geladen_op::timestamp as geladen_op, $gelezen as gelezen, $geladen as geladen,
      $afgewezen as afgewezen`,
    {...entry},
  );
}

/** Per gemeente and bron the newest delivery: what the status page calls freshness. */
export function freshness(database: Database): Promise<Row[]> {
  return database.rows(
    `select gemeente_code, bron, max(aangemaakt_op) as aangemaakt_op,
       max(periode_tot) as periode_tot, count(*) as leveringen,
       sum(gelezen) as gelezen, sum(geladen) as geladen, sum(afgewezen) as afgewezen
     from meta.levering
     where status = 'geladen'
     group by gemeente_code, bron
     order by gemeente_code, bron`,
  );
}
