import type {Aantalklasse, Kwaliteit} from '../queries/contract/quality.ts';
import type {Cell, Database, Row} from '../warehouse/open.ts';
import {readCheck} from '../warehouse/run-checks.ts';

/** Deliveries per gemeente and bron that are listed. */
const NEWEST = 6;
/** Below this a share would be about few people. */
const MIN_ROWS = 100;
const MIN_EVENTS = 20;
const STEP_PERCENT = 5;
const DAYS_PER_WEEK = 7;

/** Deliveries of the last year of each bron, counted from its newest day. */
const LAST_YEAR = `select levering_id, gemeente_code, bron, periode_tot
  from meta.levering
  where status = 'geladen'
  qualify periode_tot > max(periode_tot) over (partition by gemeente_code, bron) - interval 1 year`;

/**
 * What everybody may know of the deliveries: counts in powers of ten, shares in steps of five over
 * at least a hundred rows, delays in whole weeks over at least twenty events. Reasons are ours and
 * hold no value; names of deliveries and reasons of refusals stay with functioneel beheer.
 */
export async function publicQuality(database: Database): Promise<Omit<Kwaliteit, 'nachten'>> {
  return {
    leveringen: await deliveries(database),
    afgewezen: await rejected(database),
    volledigheid: await completeness(database),
    vertraging: await delays(database),
    wachtend: await waiting(database),
  };
}

/** The class of a number of rows. */
export function rowClass(rows: number): Aantalklasse {
  if (rows <= 0) return 'geen';
  if (rows < 10) return 'minder dan 10';
  if (rows < 100) return '10 tot 100';
  return rows < 1000 ? '100 tot 1.000' : '1.000 of meer';
}

/** A share in whole steps; only what is all or nothing is called 100 or 0. */
export function coarsePercent(part: number, whole: number): number {
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  const step = Math.round((100 * part) / whole / STEP_PERCENT) * STEP_PERCENT;
  return Math.min(100 - STEP_PERCENT, Math.max(STEP_PERCENT, step));
}

async function deliveries(database: Database): Promise<Kwaliteit['leveringen']> {
  const rows = await database.rows(
    `select gemeente_code, bron, soort, periode_van::varchar as van, periode_tot::varchar as tot,
       geladen_op::varchar as op, status, gelezen, afgewezen
     from meta.levering
     qualify row_number() over (
       partition by gemeente_code, bron, status
       order by aangemaakt_op desc, geladen_op desc, levering_id
     ) <= ${NEWEST}
     order by gemeente_code nulls first, bron, aangemaakt_op desc, levering_id`,
  );
  return rows.map((row) => ({
    gemeente: text(row['gemeente_code']),
    bron: text(row['bron']),
    soort: text(row['soort']),
    periode_van: text(row['van']),
    periode_tot: text(row['tot']),
    verwerkt_op: `${String(row['op']).replace(' ', 'T')}Z`,
    status: row['status'] === 'geladen' ? 'geladen' : 'geweigerd',
    gelezen: rowClass(Number(row['gelezen'])),
    afgewezen: rowClass(Number(row['afgewezen'])),
  }));
}

async function rejected(database: Database): Promise<Kwaliteit['afgewezen']> {
  const rows = await database.rows(
    `with bestand as (
       select levering_id, naam as bestand, any_value(tabel) as tabel
       from meta.bestand group by levering_id, naam
     )
     select gemeente_code, bron, coalesce(bestand.tabel, 'berichten') as tabel, reden,
       count(*) as aantal
     from meta.afgewezen_rij
     join (${LAST_YEAR}) as levering using (levering_id)
     left join bestand using (levering_id, bestand)
     group by gemeente_code, bron, coalesce(bestand.tabel, 'berichten'), reden
     order by gemeente_code, bron, tabel, aantal desc, reden`,
  );
  return rows.map((row) => ({
    ...sourceOf(row),
    tabel: String(row['tabel']),
    reden: String(row['reden']),
    aantal: rowClass(Number(row['aantal'])),
  }));
}

async function completeness(database: Database): Promise<Kwaliteit['volledigheid']> {
  const rows = await database.rows(
    `select gemeente_code, bron, tabel, kolom, sum(rijen) as rijen, sum(gevuld) as gevuld
     from meta.kolom
     join (${LAST_YEAR}) as levering using (levering_id)
     group by gemeente_code, bron, tabel, kolom
     having sum(rijen) >= ${MIN_ROWS}
     order by gemeente_code, bron, tabel, kolom`,
  );
  return rows.map((row) => ({
    ...sourceOf(row),
    tabel: String(row['tabel']),
    kolom: String(row['kolom']),
    procent: coarsePercent(Number(row['gevuld']), Number(row['rijen'])),
  }));
}

async function delays(database: Database): Promise<Kwaliteit['vertraging']> {
  const rows = await database.rows(
    `select gemeente_code, bron, tabel, mediaan_dagen, p90_dagen
     from meta.vertraging
     join (${LAST_YEAR}) as levering using (levering_id)
     where rijen >= ${MIN_EVENTS}
     qualify row_number() over (
       partition by gemeente_code, bron, tabel
       order by periode_tot desc, levering_id desc
     ) = 1
     order by gemeente_code, bron, tabel`,
  );
  return rows.map((row) => ({
    ...sourceOf(row),
    tabel: String(row['tabel']),
    helft_weken: weeks(row['mediaan_dagen']),
    negen_van_tien_weken: weeks(row['p90_dagen']),
  }));
}

async function waiting(database: Database): Promise<Kwaliteit['wachtend']> {
  const rows = await database.rows(
    `select gemeente_code, tabel, count(*) as aantal
     from (${readCheck('wacht_op_ouder').sql}\n)
     group by gemeente_code, tabel order by gemeente_code, tabel`,
  );
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    tabel: String(row['tabel']),
    aantal: rowClass(Number(row['aantal'])),
  }));
}

function sourceOf(row: Row): {gemeente: string; bron: string} {
  return {gemeente: String(row['gemeente_code']), bron: String(row['bron'])};
}

function weeks(days: Cell | undefined): number {
  return Math.max(1, Math.ceil(Number(days) / DAYS_PER_WEEK));
}

function text(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
