import type {Database, Row} from '../../warehouse/open.ts';
import {LeveringGeweigerd} from '../errors.ts';
import type {PseudonymShape} from './pseudonym-shape.ts';

/** The delivery whose pseudonyms are compared with those of the same bron before it. */
export interface Delivery {
  levering_id: string;
  gemeente_code: string;
  bron: string;
  soort: string;
}

/** The tables of stg that hold a client. */
const TABLES = [
  'client',
  'client_gebied',
  'aanmelding',
  'casus',
  'meting',
  'verwijzing',
  'toewijzing',
  'prestatie',
] as const;

/** Of the clients that two full deliveries could share, so many must be the same. */
const OVERLAP = 0.9;
/** An addition brings new clients; with a new key none of them is known at all. */
const ADDITION_OVERLAP = 0.1;
/** Below this a share says nothing. */
const MIN_CLIENTS = 10;
const MIN_ADDITION = 50;

/** Makes the temporary table `bekende_client`: the clients of this bron before the delivery. */
export async function knownClients(
  database: Database,
  gemeente_code: string,
  bron: string,
): Promise<void> {
  const tables = TABLES.map(
    (tabel) =>
      `select client_id from stg.${tabel}
       where gemeente_code = $gemeente_code and bron = $bron and client_id is not null`,
  );
  await database.run(`create or replace temp table bekende_client as ${tables.join(' union ')}`, {
    gemeente_code,
    bron,
  });
}

/** Whether a delivery with clients of this bron was loaded before. */
export async function isKnownSource(
  database: Database,
  gemeente_code: string,
  bron: string,
): Promise<boolean> {
  const found = await database.rows(
    `select 1 as een
     from meta.pseudoniem
     join meta.levering using (levering_id)
     where gemeente_code = $gemeente_code and bron = $bron and status = 'geladen'
     limit 1`,
    {gemeente_code, bron},
  );
  return found.length > 0;
}

/**
 * Compares the pseudonyms of a delivery, already stored in stg, with those of its bron before it
 * (`knownClients`) and writes `meta.pseudoniem`. Throws `LeveringGeweigerd` when they have several
 * lengths, another length or alphabet than before, or too few known ones: the key was changed, and
 * every client would count twice. Not when `bevestigd`.
 */
export async function comparePseudonyms(
  database: Database,
  delivery: Delivery,
  shape: PseudonymShape,
  bevestigd: boolean,
): Promise<void> {
  if (shape.aantal === 0) return;
  const counts = await countClients(database, delivery.levering_id);
  const previous = await previousShape(database, delivery);
  const reden = reasonOf(delivery, shape, counts, previous);
  if (reden !== null && !bevestigd) {
    throw new LeveringGeweigerd(
      'client_id',
      `${reden} Is de sleutel veranderd? Lever opnieuw met de oude sleutel. Klopt het toch? Draai de nacht dan met --bevestig.`,
    );
  }
  await database.run('delete from meta.pseudoniem where levering_id = $levering_id', {
    levering_id: delivery.levering_id,
  });
  await database.run(
    `insert into meta.pseudoniem by name
     select $levering_id as levering_id, $lengte as lengte, $alfabet as alfabet,
       $clienten as clienten, $bekend as bekend, $vorige as vorige`,
    {
      levering_id: delivery.levering_id,
      lengte: shape.lengtes.at(-1) ?? 0,
      alfabet: shape.alfabet,
      ...counts,
    },
  );
}

interface ClientCounts {
  /** Clients in this delivery, those of them that were known, and clients known before it. */
  clienten: number;
  bekend: number;
  vorige: number;
}

function reasonOf(
  {soort}: Delivery,
  {aantal, lengtes, alfabet}: PseudonymShape,
  {clienten, bekend, vorige}: ClientCounts,
  previous: Row | null,
): string | null {
  if (lengtes.length > 1 && aantal >= MIN_CLIENTS) {
    return `de pseudoniemen zijn niet even lang (${lengtes.join(', ')} tekens).`;
  }
  if (previous !== null && aantal >= MIN_CLIENTS) {
    const length = Number(previous['lengte']);
    if (lengtes[0] !== length) {
      return `de pseudoniemen hebben ${lengtes[0] ?? 0} tekens, de vorige keer ${length}.`;
    }
    const differs = aantal >= MIN_ADDITION && previous['alfabet'] !== alfabet;
    if (differs) return 'de pseudoniemen zijn anders geschreven dan de vorige keer.';
  }
  const full = soort === 'volledig';
  const shared = full ? Math.min(clienten, vorige) : clienten;
  const enough = full ? shared >= MIN_CLIENTS : clienten >= MIN_ADDITION && vorige >= MIN_ADDITION;
  if (!enough || bekend / shared >= (full ? OVERLAP : ADDITION_OVERLAP)) return null;
  const percent = Math.floor((100 * bekend) / shared);
  return `van de cliënten die er ook de vorige keer konden zijn, is ${percent}% bekend.`;
}

async function countClients(database: Database, levering_id: string): Promise<ClientCounts> {
  const tables = TABLES.map(
    (tabel) =>
      `select client_id from stg.${tabel}
       where levering_id = $levering_id and client_id is not null`,
  );
  const [row] = await database.rows(
    `with geleverd as (${tables.join(' union ')})
     select count(*) as clienten, count(bekende_client.client_id) as bekend,
       (select count(*) from bekende_client) as vorige
     from geleverd left join bekende_client using (client_id)`,
    {levering_id},
  );
  return {
    clienten: Number(row?.['clienten'] ?? 0),
    bekend: Number(row?.['bekend'] ?? 0),
    vorige: Number(row?.['vorige'] ?? 0),
  };
}

/** Length and alphabet of the newest delivery of this bron that is loaded; null before the first. */
async function previousShape(
  database: Database,
  {levering_id, gemeente_code, bron}: Delivery,
): Promise<Row | null> {
  const [row] = await database.rows(
    `select pseudoniem.lengte, pseudoniem.alfabet
     from meta.pseudoniem
     join meta.levering using (levering_id)
     where levering.gemeente_code = $gemeente_code and levering.bron = $bron
       and levering.status = 'geladen' and levering.levering_id <> $levering_id
     order by levering.geladen_op desc, levering.aangemaakt_op desc
     limit 1`,
    {levering_id, gemeente_code, bron},
  );
  return row ?? null;
}
