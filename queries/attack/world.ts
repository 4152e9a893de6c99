import {createHash} from 'node:crypto';
import {areaLabels, cellLabel} from '../cube/label.ts';
import {Noise} from '../cube/noise.ts';
import {drawGamma, drawPoisson} from '../statistics/draw.ts';
import {randomSource} from '../statistics/random.ts';
import {nestedAxis, tableOf, type AxisNode, type Table} from './table.ts';

/** A generated gemeente: its table, the truth, and what a well-informed outsider would expect. */
export interface World {
  seed: number;
  table: Table;
  counts: Float64Array;
  /** Expected size of every smallest cell: the outsider knows the pattern, not the people. */
  prior: Float64Array;
  noise: Noise;
}

const CLIENTS_PER_WIJK = 500;
/** Wijken of a generated gemeente; a quick test takes fewer. */
export const WIJKEN = 8;
const GEMEENTE = 'GM9999';
const TEAMS = ['T1', 'T1', 'T1', 'T2', 'T2', 'T2', 'T3', 'T3'];
const TYPES = [
  ...[1, 2, 3, 4, 5].map((number) => `wmo-0${String(number)}`),
  ...[43, 44, 45, 48, 54].map((number) => `jeugdwet-${String(number)}`),
  ...[1, 2, 3].map((number) => `participatiewet-${String(number)}`),
];
const AGES: readonly (readonly [string, string])[] = [
  ['0-11', '0-17'],
  ['12-17', '0-17'],
  ['18-26', '18-64'],
  ['27-64', '18-64'],
  ['65-79', '65+'],
  ['80+', '65+'],
];
/** How far the areas differ from each other in type: a gamma with this shape, mean 1. */
const AREA_SHAPE = 12;

/** Salts of a generated world: any 32 bytes that its seed repeats. */
export function saltOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

/** A world of 8 wijken × 13 types × 6 ages × 2 sexes with about 4.000 clients, from its seed. */
export function makeWorld(seed: number, wijken = WIJKEN): World {
  const random = randomSource(seed);
  const areas = TEAMS.slice(0, wijken).map((_, index) => `WK${String(index + 1)}`);
  const table = tableOf(
    [
      nestedAxis('gebied', areas, (wijk) => TEAMS[areas.indexOf(wijk)] ?? null, true),
      nestedAxis('productcategorie', TYPES, (type) => type.split('-')[0] ?? null),
      nestedAxis(
        'leeftijdsgroep',
        AGES.map(([age]) => age),
        (age) => AGES.find(([one]) => one === age)?.[1] ?? null,
      ),
      nestedAxis('geslacht', ['m', 'v'], () => null),
    ],
    labelMaker(areas),
  );
  const shares = areas.map(() => 0.3 + random() * 1.7);
  const types = TYPES.map((_, index) => 1 / (1 + (index % 5)) + 0.1 * random());
  const pattern = (type: number, age: number): number => fits(type, age) * (0.5 + random());
  const pairs = TYPES.map((_, type) => AGES.map((__, age) => pattern(type, age)));
  const prior = new Float64Array(table.size);
  const truth = new Float64Array(table.size);
  let index = 0;
  for (const share of shares) {
    for (const [type, weight] of types.entries()) {
      const local = drawGamma(AREA_SHAPE, random) / AREA_SHAPE;
      for (const pair of pairs[type] ?? []) {
        for (const sex of [0.45, 0.55]) {
          prior[index] = share * weight * pair * sex;
          truth[index] = share * weight * pair * sex * local;
          index += 1;
        }
      }
    }
  }
  const scale = (CLIENTS_PER_WIJK * wijken) / prior.reduce((sum, one) => sum + one, 0);
  return {
    seed,
    table,
    prior: prior.map((one) => one * scale),
    counts: truth.map((one) => drawPoisson(one * scale, random)),
    noise: new Noise({label: saltOf(`label ${String(seed)}`), record: saltOf('record')}),
  };
}

/** Help for young people goes to the young, help at home to the old; a few exceptions everywhere. */
function fits(type: number, age: number): number {
  if (type < 5) return [0.01, 0.02, 0.15, 0.4, 1, 1.2][age] ?? 0;
  if (type < 10) return [1, 1.2, 0.1, 0.005, 0.002, 0.002][age] ?? 0;
  return [0.002, 0.02, 1, 1.2, 0.05, 0.01][age] ?? 0;
}

function labelMaker(areas: readonly string[]): (nodes: readonly AxisNode[]) => string {
  const names = areaLabels([
    {niveau: 'gemeente', code: GEMEENTE, gemeente: GEMEENTE, ouder: null},
    ...[...new Set(TEAMS)].map((code) => ({
      niveau: 'team' as const,
      code,
      gemeente: GEMEENTE,
      ouder: GEMEENTE,
    })),
    ...areas.map((code, index) => ({
      niveau: 'wijk' as const,
      code,
      gemeente: GEMEENTE,
      ouder: TEAMS[index] ?? null,
    })),
  ]);
  const areaName = (id: string): string => {
    if (id === 'alle') return names.get(`gemeente ${GEMEENTE} ${GEMEENTE}`) ?? id;
    const team = id.startsWith('groep ') ? id.slice('groep '.length) : null;
    return names.get(`${team === null ? 'wijk' : 'team'} ${GEMEENTE} ${team ?? id}`) ?? id;
  };
  return ([area, type, age, sex]) =>
    cellLabel('cliënten', 'jaar', areaName(area?.id ?? 'alle'), {
      ...namedNode('productcategorie', 'wet', type),
      ...namedNode('leeftijdsgroep', 'leeftijd', age),
      geslacht: sex?.id ?? 'alle',
    });
}

/** A node as a label names it: of the lower dimension, or of the one above it. */
export function namedNode(
  low: string,
  high: string,
  node: AxisNode | undefined,
): Record<string, string> {
  if (node === undefined || node.id === 'alle') return {};
  return node.id.startsWith('groep ') ? {[high]: node.id.slice('groep '.length)} : {[low]: node.id};
}
