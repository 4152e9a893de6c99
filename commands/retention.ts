import {existsSync, readdirSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {buildModels} from '../warehouse/build.ts';
import type {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {deleteExpired, isSynthetic, keptFrom} from '../warehouse/retention.ts';
import type {DataDirectory} from './data-directory.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A clock that moved further than this since the last night may be wrong. */
const TRUSTED_DAYS = 32;

/** Whether the clock can be trusted enough to delete by it. A first night has nothing to delete. */
export function mayDelete(lastNight: string | null, now: Date): boolean {
  if (lastNight === null) return false;
  const passed = now.getTime() - Date.parse(lastNight);
  return passed >= 0 && passed <= TRUSTED_DAYS * DAY_MS;
}

/**
 * Deletes personal data whose term has passed from the warehouse, once a month: the limit is the
 * first day of a month, so that no period is kept by halves. Made-up data is about nobody and stays.
 * The models must have been built; they are built again when something went. Answers the rows.
 */
export async function deletePersonalData(
  warehouse: Database,
  {configuration}: DataDirectory,
  now: Date,
): Promise<number> {
  const year = now.getUTCFullYear() - configuration.bewaren.microdata_jaren;
  const grens = new Date(Date.UTC(year, now.getUTCMonth(), 1)).toISOString().slice(0, 10);
  const done = await keptFrom(warehouse);
  if ((done !== null && done >= grens) || (await isSynthetic(warehouse))) return 0;
  const rows = await deleteExpired(warehouse, grens);
  await buildModels(warehouse);
  return rows;
}

/** Deletes deliveries that were set aside longer ago than their term. Answers how many. */
export function deleteRawDeliveries(data: DataDirectory, now: Date): number {
  const limit = now.getTime() - data.configuration.bewaren.leveringen_dagen * DAY_MS;
  const expired = [data.verwerkt, data.quarantaine].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).mtimeMs < limit),
  );
  for (const path of expired) rmSync(path, {recursive: true, force: true});
  return expired.length;
}

/** Name of the folder of a trial, within the data directory. */
export const TRIAL = '.proef';

/** Deletes the copy that a trial left when it was killed. One that is younger may be at work. */
export function deleteOldTrial({root}: DataDirectory, now: Date): void {
  const place = join(root, TRIAL);
  if (!existsSync(place) || statSync(place).mtimeMs > now.getTime() - DAY_MS) return;
  rmSync(place, {recursive: true, force: true});
}

/** Deletes publications that the retention no longer asks for. Answers their ids. */
export function deletePublications({publicaties, configuration}: DataDirectory): string[] {
  const {publicaties_dagen: dagen, publicaties_maanden: maanden} = configuration.bewaren;
  return new Publications(publicaties).clean({dagen, maanden});
}
