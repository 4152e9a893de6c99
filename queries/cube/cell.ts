import type {Database, Row} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {Maten, Niveau} from '../contract.ts';
import {areaKey, cellLabel, type AreaLabels} from './label.ts';
import {STANDAARD, VARIANT} from './lattice.ts';
import type {Noise} from './noise.ts';
import type {People} from './people.ts';

/** What every form needs to make cells. The temporary tables of `prepareWindows` exist. */
export interface CubeContext {
  database: Database;
  definition: Definition;
  noise: Noise;
  areas: AreaLabels;
  people: People;
  /** Month from which figures are provisional, per gemeente (`jjjj-mm-dd`, last final day). */
  definitiefTot: ReadonlyMap<string, string>;
}

/** Where a cell is: area × period × dimensions. */
export interface CellPlace {
  gemeente: string;
  niveau: Niveau;
  code: string;
  periodesoort: string;
  periode: string;
  van: string;
  tot: string;
  dimensies: Readonly<Record<string, string>>;
}

/** A protected figure at its place. */
export interface Cell {
  place: CellPlace;
  maten: Maten;
}

/** Columns that tell the place of a row, for select and group by. */
export const PLACE_COLUMNS = 'gemeente_code, niveau, gebied_code, periodesoort, periode';

const NIVEAUS: Readonly<Record<string, Niveau>> = {
  gemeente: 'gemeente',
  team: 'team',
  wijk: 'wijk',
};

/** The place of an aggregate row; dates come from the columns `van` and `tot`. */
export function placeOf(row: Row, dimensions: readonly string[]): CellPlace {
  return {
    gemeente: String(row['gemeente_code']),
    niveau: NIVEAUS[String(row['niveau'])] ?? 'gemeente',
    code: String(row['gebied_code']),
    periodesoort: String(row['periodesoort']),
    periode: String(row['periode']),
    van: String(row['van']),
    tot: String(row['tot']),
    dimensies: Object.fromEntries(dimensions.map((id) => [id, String(row[id])])),
  };
}

/** The rounding label of a cell. */
export function labelOf({areas, definition}: CubeContext, place: CellPlace): string {
  const {dimensies} = place;
  const standard = dimensies[VARIANT] === STANDAARD;
  const named = standard ? without(dimensies, VARIANT) : dimensies;
  const area = areas.get(areaKey(place)) ?? `${place.gemeente}/${place.code}`;
  return cellLabel(definition.basispopulatie, place.periodesoort, area, named);
}

/** Whether a figure of this period can still change by late registration. */
export function isProvisional({definitiefTot}: CubeContext, {gemeente, tot}: CellPlace): boolean {
  return tot > (definitiefTot.get(gemeente) ?? '');
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
