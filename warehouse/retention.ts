import type {Database} from './open.ts';

/**
 * What of a person ended before `$grens`. Messages are judged by the outcome of all of them: a stop
 * that goes without its start would make help that never ends.
 */
const EXPIRED: readonly (readonly [table: string, condition: string])[] = [
  [
    'bericht_levering',
    `(gemeente_code, wet, toewijzingnummer, begindatum) in (
       select (gemeente_code, wet, toewijzingnummer, begindatum::varchar)
       from stg.uit_bericht_levering
       where einddatum < $grens::date and coalesce(reden_einde, '') <> 'tijdelijk')`,
  ],
  [
    'bericht_toewijzing',
    `(gemeente_code, wet, toewijzingnummer) in (
       select (gemeente_code, wet, toewijzingnummer) from stg.uit_bericht_toewijzing
       where einddatum < $grens::date)`,
  ],
  ['bericht_prestatie', 'periode_eind < $grens'],
  ['bericht_antwoord', 'aangemaakt_op < $grens'],
  ['bericht_verzoek', 'aangemaakt_op < $grens'],
  ['bericht_retour', 'aangemaakt_op < $grens'],
  ['contactmoment', 'datum < $grens::date'],
  ['verwijzing', 'datum < $grens::date'],
  ['casus', 'datum_einde < $grens::date'],
  // A casus that runs counts by what its question was.
  [
    'aanmelding',
    `datum_afgesloten < $grens::date
       and (gemeente_code, aanmelding_id) not in (
         select (gemeente_code, aanmelding_id) from stg.casus where aanmelding_id is not null)`,
  ],
  // The score at the start of a casus that runs is half of a pair.
  [
    'meting',
    `datum < $grens::date
       and (gemeente_code, casus_id) not in (
         select (gemeente_code, casus_id) from stg.casus where casus_id is not null)`,
  ],
  ['levering', "einddatum < $grens::date and coalesce(reden_einde, '') <> 'tijdelijk'"],
  ['toewijzing', 'einddatum < $grens::date'],
  ['prestatie', 'periode_eind < $grens::date'],
];

/** Tables in which a client can still be needed. */
const USES = [
  'aanmelding',
  'casus',
  'meting',
  'verwijzing',
  'toewijzing',
  'prestatie',
  'bericht_toewijzing',
  'bericht_levering',
  'bericht_prestatie',
  'bericht_verzoek',
] as const;

/**
 * Deletes what is known of persons and ended before `grens` (ISO day), and clients of whom nothing
 * is left. Remembers the day, so that earlier periods are unknown and never zero. Build the models
 * before (messages are judged by their outcome) and after. Answers how many rows went.
 */
export async function deleteExpired(database: Database, grens: string): Promise<number> {
  return database.transaction(async () => {
    let deleted = 0;
    // A referral that stays would wait forever for the casus that goes.
    await database.run(
      `update stg.verwijzing set casus_id = null
       where (gemeente_code, casus_id) in (
         select (gemeente_code, casus_id) from stg.casus where datum_einde < $grens::date)`,
      {grens},
    );
    for (const [table, condition] of EXPIRED) {
      deleted += await deleteWhere(database, table, condition, grens);
    }
    const used = USES.map(
      (table) => `select gemeente_code, client_id from stg.${table} where client_id is not null`,
    ).join(' union ');
    const unused = `aangemaakt_op::timestamp < $grens::date
      and (gemeente_code, client_id) not in (select (gemeente_code, client_id) from (${used}))`;
    for (const table of ['client_gebied', 'client', 'bericht_client']) {
      deleted += await deleteWhere(database, table, unused, grens);
    }
    await database.run('delete from stg.bewaartermijn');
    await database.run('insert into stg.bewaartermijn select $grens::date', {grens});
    return deleted;
  });
}

async function deleteWhere(
  database: Database,
  table: string,
  condition: string,
  grens: string,
): Promise<number> {
  const [row] = await database.rows(`delete from stg.${table} where ${condition}`, {grens});
  return Number(row?.['Count'] ?? 0);
}

/** From which day on data of persons is kept, or null when all of it still is. */
export async function keptFrom(database: Database): Promise<string | null> {
  const [row] = await database.rows(
    'select max(bewaard_vanaf)::varchar as dag from stg.bewaartermijn',
  );
  return row?.['dag'] === null || row === undefined ? null : String(row['dag']);
}

/** Whether every registration in the warehouse is made up: then no person is in it. */
export async function isSynthetic(database: Database): Promise<boolean> {
  const [row] = await database.rows(
    `select count(*) as aantal, coalesce(bool_and(synthetisch or bron = 'berichten'), false) as alle
     from meta.levering where status = 'geladen'`,
  );
  return Number(row?.['aantal']) > 0 && row?.['alle'] === true;
}
