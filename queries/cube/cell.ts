import type {Database, Row} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {Overlevingspunt} from '../contract/figure.ts';
import {areaKey, cellLabel, type AreaLabels} from './label.ts';
import {OTHER_COUNTS, type BasePopulation} from './lattice.ts';
import type {Noise} from './noise.ts';
import {denominatorAges, type People as Inhabitants} from './people.ts';
import {isVisible, type Figure, type MeanFacts} from './protect.ts';
import type {Window} from './windows.ts';

/** What every form needs to make cells. The temporary tables of `prepareWindows` exist. */
export interface CubeContext {
  database: Database;
  definition: Definition;
  noise: Noise;
  areas: AreaLabels;
  people: Inhabitants;
  population: BasePopulation;
  windows: ReadonlyMap<number, Window>;
  /** Month from which figures are provisional, per gemeente (`jjjj-mm-dd`, last final day). */
  definitiefTot: ReadonlyMap<string, string>;
}

/** Where a cell is: area × period × dimensions. */
export interface CellPlace extends Window {
  dimensies: Readonly<Record<string, string>>;
}

/** A protected figure at its place. */
export interface Cell {
  place: CellPlace;
  maten: Figure;
  /** Only of a duration that is not split: its protected survival curve. */
  curve?: readonly Overlevingspunt[];
}

/** A cell with its exact number of clients, for the rules that compare cells. Stays in this folder. */
export interface CountedCell extends Cell {
  clienten: number;
}

/** The exact number of people behind a cell. */
export interface People {
  clienten: number;
  huishoudens: number;
}

/** The place of an aggregate row, by the number of its window. */
export function placeOf(
  {windows}: CubeContext,
  row: Row,
  dimensions: readonly string[],
): CellPlace {
  const window = windows.get(Number(row['venster']));
  if (window === undefined) throw new RangeError(`no window ${String(row['venster'])}`);
  return {
    ...window,
    dimensies: Object.fromEntries(dimensions.map((id) => [id, String(row[id])])),
  };
}

/** The exact sums of a row that `protect` judges and moves a mean by. */
export function meanFactsOf(row: Row): MeanFacts {
  return {
    clienten: Number(row['clienten']),
    bijdragers: Number(row['bijdragers']),
    som: Number(row['som']),
    grootste: Number(row['grootste']),
    tweede: Number(row['tweede']),
    ck: String(row['ck']),
  };
}

/** How many dimensions are crossed: a variant or stream is another count, not a crossing. */
export function crossed(dimensions: readonly string[]): number {
  return dimensions.filter((id) => !OTHER_COUNTS.has(id)).length;
}

/** The rounding label of a cell. */
export function labelOf(
  {areas, definition, population}: Pick<CubeContext, 'areas' | 'definition' | 'population'>,
  place: CellPlace,
): string {
  const asked = Object.entries(place.dimensies).filter(
    ([id, node]) => OTHER_COUNTS.get(id) !== node,
  );
  const varied = {...definition.basisknopen, ...Object.fromEntries(asked)};
  // Where only these ages are counted, their node is the total: one set, one rounding.
  const {leeftijd} = varied;
  const isAll =
    leeftijd !== undefined &&
    !('leeftijd' in definition.basisknopen) &&
    String(denominatorAges({leeftijd}, [])) === String(definition.noemerLeeftijd);
  const named = isAll ? without(varied, 'leeftijd') : varied;
  const area = areas.get(areaKey(place)) ?? `${place.gemeente}/${place.code}`;
  // A stock is what is there on one day, whichever period that day closes: one set, one rounding.
  const soort = definition.vorm === 'stand' ? 'peildatum' : place.periodesoort;
  return cellLabel(population.naam, soort, area, named);
}

/** Whether the people of a cell are enough to be seen: clients, households, inhabitants. */
export function isSeen(context: CubeContext, place: CellPlace, people: People): boolean {
  const {noise, definition, population} = context;
  const ages = denominatorAges(place.dimensies, definition.noemerLeeftijd);
  // A stock is there on one day; in a period a team counts who it had at its largest.
  const from = definition.vorm === 'stand' ? place.tot : place.van;
  const inwoners = context.people.most(place, from, place.tot, ages);
  return isVisible(noise, labelOf(context, place), {...people, inwoners}, population.minimum);
}

/** Whether a figure of this period can still change by late registration. */
export function isProvisional({definitiefTot}: CubeContext, {gemeente, tot}: CellPlace): boolean {
  return tot > (definitiefTot.get(gemeente) ?? '');
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
