import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {DeliveryFacts, DeliveryTask, LoadContext} from '../../source-format.ts';
import {MIN_ROWS_FOR_THRESHOLD} from './load-file.ts';

/**
 * Gives a full delivery the last word over what is older, and a newer full one over this delivery.
 * Call it after all files are in stg, before the ledger knows the delivery. Throws
 * `LeveringGeweigerd` when a full delivery differs too much from the one before.
 */
export async function replaceOlder(
  context: LoadContext,
  task: DeliveryTask,
  feiten: DeliveryFacts,
  outcomes: readonly LoadedFile[],
): Promise<void> {
  const outdated = await newerFullDelivery(context.warehouse, feiten, task.levering_id);
  if (feiten.soort === 'volledig') {
    if (!task.bevestigd) await checkVolume(context, feiten, outcomes);
    await removeOlder(context, feiten, task.levering_id);
  }
  if (outdated) await removeThis(context, task.levering_id);
}

async function newerFullDelivery(
  database: Database,
  {gemeente_code, bron, aangemaakt_op}: DeliveryFacts,
  leveringId: string,
): Promise<boolean> {
  const newer = await database.rows(
    `select 1 as een from meta.levering
     where gemeente_code = $gemeente_code and bron = $bron and soort = 'volledig'
       and status = 'geladen'
       and (aangemaakt_op, levering_id) > ($aangemaakt_op::timestamp, $leveringId)
     limit 1`,
    {gemeente_code, bron, aangemaakt_op, leveringId},
  );
  return newer.length > 0;
}

/** A full delivery replaces all older rows of its gemeente and bron. */
async function removeOlder(
  {warehouse, profile}: LoadContext,
  {gemeente_code, bron, aangemaakt_op}: DeliveryFacts,
  leveringId: string,
): Promise<void> {
  for (const tabel of profile.tabellen.keys()) {
    await warehouse.run(
      `delete from stg.${tabel} where gemeente_code = $gemeente_code and bron = $bron
         and (aangemaakt_op, levering_id) < ($aangemaakt_op::timestamp, $leveringId)`,
      {gemeente_code, bron, aangemaakt_op, leveringId},
    );
  }
}

/** A delivery that came after a newer full one adds nothing: the full one had the last word. */
async function removeThis({warehouse, profile}: LoadContext, leveringId: string): Promise<void> {
  for (const tabel of profile.tabellen.keys()) {
    await warehouse.run(`delete from stg.${tabel} where levering_id = $leveringId`, {leveringId});
  }
}

async function checkVolume(
  {warehouse, thresholds}: LoadContext,
  {gemeente_code, bron}: DeliveryFacts,
  outcomes: readonly LoadedFile[],
): Promise<void> {
  const previous = await warehouse.rows(
    `select bestand.naam, arg_max(bestand.gelezen, levering.aangemaakt_op) as gelezen
     from meta.levering join meta.bestand using (levering_id)
     where gemeente_code = $gemeente_code and bron = $bron and soort = 'volledig'
       and status = 'geladen'
     group by bestand.naam`,
    {gemeente_code, bron},
  );
  for (const {naam, gelezen} of previous) {
    const before = Number(gelezen);
    const now = outcomes.find((outcome) => outcome.naam === naam)?.gelezen ?? 0;
    const change = (100 * Math.abs(now - before)) / before;
    if (before < MIN_ROWS_FOR_THRESHOLD || change <= thresholds.verschil_procent) continue;
    throw new LeveringGeweigerd(
      String(naam),
      `dit bestand heeft ${now} rijen, de vorige keer ${before}. Controleer de levering. Klopt het? Draai de nacht dan met --bevestig.`,
    );
  }
}
