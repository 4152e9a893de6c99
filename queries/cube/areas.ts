import type {Database} from '../../warehouse/open.ts';
import {areaLabels, type AreaLabels} from './label.ts';

/** The name under which every area of the warehouse is labelled. */
export async function readAreaLabels(database: Database): Promise<AreaLabels> {
  const rows = await database.rows(
    'select gemeente_code, niveau, gebied_code, ouder_code from ref.gebied_boom',
  );
  return areaLabels(
    rows.map((row) => ({
      niveau: row['niveau'] === 'team' ? 'team' : row['niveau'] === 'wijk' ? 'wijk' : 'gemeente',
      code: String(row['gebied_code']),
      gemeente: String(row['gemeente_code']),
      ouder: row['ouder_code'] === null ? null : String(row['ouder_code']),
    })),
  );
}
