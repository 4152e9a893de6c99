import type {Database} from '../../../warehouse/open.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {DeliveryFacts, DeliveryTask, LoadContext} from '../../source-format.ts';
import {checkVolume} from './volume.ts';

/**
 * Gives a full delivery the last word over what is older, and a newer full one over this delivery;
 * then tells what became of its files.
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
    if (!task.bevestigd) await checkVolume(context, task, feiten, outcomes);
    await removeOlder(context, feiten, task.levering_id);
  }
  if (outdated) await removeThis(context, task.levering_id);
  for (const outcome of outcomes) await context.findings.add(outcome);
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
