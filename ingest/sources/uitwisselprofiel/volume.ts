import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {DeliveryFacts, DeliveryTask, LoadContext} from '../../source-format.ts';
import {MIN_ROWS_FOR_THRESHOLD} from './load-file.ts';
import {isMoney, stgColumn, type Profile} from './profile.ts';

/**
 * Holds a full delivery against the full one that was made before it: rows per table, and what its
 * amounts and minutes add up to. Throws `LeveringGeweigerd` when one differs too much. Call it while
 * the rows of the delivery are in stg; one that was made later says nothing about it.
 */
export async function checkVolume(
  {warehouse, profile, thresholds}: LoadContext,
  {levering_id, naam: levering}: DeliveryTask,
  feiten: DeliveryFacts,
  outcomes: readonly LoadedFile[],
): Promise<void> {
  const previous = await previousFull(warehouse, feiten, levering_id);
  const tooFar = (before: number, now: number): boolean =>
    100 * Math.abs(now - before) > thresholds.verschil_procent * Math.abs(before);
  for (const {tabel, rijen} of previous.tabellen) {
    const now = sumOf(outcomes.filter((outcome) => outcome.tabel === tabel));
    if (rijen < MIN_ROWS_FOR_THRESHOLD || !tooFar(rijen, now)) continue;
    throw new LeveringGeweigerd(
      levering,
      `tabel ${tabel} heeft ${now} rijen, de vorige keer ${rijen}. ${CONFIRM}`,
    );
  }
  const known = new Map(previous.tabellen.map(({tabel, rijen}) => [tabel, rijen]));
  for (const {tabel, kolom, som} of previous.sommen) {
    if ((known.get(tabel) ?? 0) < MIN_ROWS_FOR_THRESHOLD || !isKnown(profile, tabel, kolom))
      continue;
    const now = await sumInStg(warehouse, {tabel, kolom, levering_id});
    if (!tooFar(som, now)) continue;
    const change = som === 0 ? '' : ` (${Math.round((100 * (now - som)) / Math.abs(som))}%)`;
    throw new LeveringGeweigerd(
      levering,
      `tabel ${tabel}: het totaal van ${kolom} wijkt sterk af van de vorige keer${change}. ${CONFIRM}`,
    );
  }
}

const CONFIRM =
  'Controleer de levering. Klopt het? Zet haar terug met "quarantaine opnieuw" en draai de nacht met --bevestig.';

interface Previous {
  tabellen: {tabel: string; rijen: number}[];
  sommen: {tabel: string; kolom: string; som: number}[];
}

async function previousFull(
  database: Database,
  {gemeente_code, bron, aangemaakt_op}: DeliveryFacts,
  leveringId: string,
): Promise<Previous> {
  const [found] = await database.rows(
    `select levering_id from meta.levering
     where gemeente_code = $gemeente_code and bron = $bron and soort = 'volledig'
       and status = 'geladen'
       and (aangemaakt_op, levering_id) < ($aangemaakt_op::timestamp, $leveringId)
     order by aangemaakt_op desc, levering_id desc
     limit 1`,
    {gemeente_code, bron, aangemaakt_op, leveringId},
  );
  if (found === undefined) return {tabellen: [], sommen: []};
  const id = String(found['levering_id']);
  const counts = await database.rows(
    `select tabel, sum(gelezen) as rijen from meta.bestand
     where levering_id = $id and tabel is not null group by tabel order by tabel`,
    {id},
  );
  const sums = await database.rows(
    `select tabel, kolom, som::double as som from meta.kolom
     where levering_id = $id and som is not null order by tabel, kolom`,
    {id},
  );
  return {
    tabellen: counts.map(({tabel, rijen}) => ({tabel: String(tabel), rijen: Number(rijen)})),
    sommen: sums.map(({tabel, kolom, som}) => ({
      tabel: String(tabel),
      kolom: String(kolom),
      som: Number(som),
    })),
  };
}

function isKnown({tabellen}: Profile, tabel: string, kolom: string): boolean {
  const velden = tabellen.get(tabel)?.velden ?? [];
  return velden.some((veld) => stgColumn(veld) === kolom && (isMoney(veld) || kolom === 'minuten'));
}

async function sumInStg(
  database: Database,
  {tabel, kolom, levering_id}: {tabel: string; kolom: string; levering_id: string},
): Promise<number> {
  const [row] = await database.rows(
    `select coalesce(sum(${kolom}), 0)::double as som from stg.${tabel}
     where levering_id = $levering_id`,
    {levering_id},
  );
  return Number(row?.['som']);
}

function sumOf(outcomes: readonly LoadedFile[]): number {
  return outcomes.reduce((total, {gelezen}) => total + gelezen, 0);
}
