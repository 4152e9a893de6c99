import {drawPoisson} from '../statistics/draw.ts';
import {randomSource} from '../statistics/random.ts';
import {Noise} from '../cube/noise.ts';
import {pick} from './differencing.ts';
import {ownProtection, type Protection} from './protection.ts';
import type {AttackResult} from './result.ts';
import {sizeOf, type TableCell} from './table.ts';
import {saltOf, type World} from './world.ts';

const MOST_ADVANTAGE = 0.2;

/**
 * A13: is this person in the data? The adversary trains on shadow populations with and without the
 * person (own salts, others drawn from the pattern he knows) and then has to tell `pairs` real pairs
 * apart. He weighs every cell that the person is in by what it taught him (linear discriminant).
 */
export function victimPairs(
  world: World,
  pairs: number,
  protectionOf: (noise: Noise) => Protection = ownProtection,
): AttackResult {
  const random = randomSource(world.seed + 13_000);
  const victim = pick(world.prior, random);
  const cells = world.table.cells.filter(
    ({crossed, leaves}) => crossed <= 2 && leaves.includes(victim),
  );
  const draw = (isIn: boolean, salt: string): number[] => {
    const counts = world.prior.map((mean) => drawPoisson(mean, random));
    if (isIn) counts[victim] = (counts[victim] ?? 0) + 1;
    const noise = new Noise({label: saltOf(salt), record: saltOf('record')});
    return featuresOf(cells, counts, protectionOf(noise));
  };
  const sample = (isIn: boolean, name: string): number[][] =>
    Array.from({length: pairs}, (_, index) =>
      draw(isIn, `${String(world.seed)} ${name} ${String(isIn)} ${String(index)}`),
    );
  const rule = discriminant(sample(true, 'schaduw'), sample(false, 'schaduw'));
  const hits = sample(true, 'echt').filter(rule).length / pairs;
  const alarms = sample(false, 'echt').filter(rule).length / pairs;
  const advantage = Math.round(1000 * (hits - alarms)) / 1000;
  return {
    id: 'A13',
    poging: `Zit deze persoon erin? Geleerd van schaduwgemeenten, ${String(pairs)} paren`,
    geslaagd: advantage <= MOST_ADVANTAGE,
    gemeten: {paren: pairs, voordeel: advantage},
    grens: 'voordeel hooguit 0,2',
  };
}

function featuresOf(
  cells: readonly TableCell[],
  counts: Float64Array,
  protection: Protection,
): number[] {
  return cells.map((cell) => {
    const clienten = sizeOf(counts, cell);
    const group = {clienten, huishoudens: clienten, inwoners: null};
    return protection(cell.label, group, String(clienten)) ?? 5;
  });
}

/** Per feature the difference of the means over its variance; the cut lies halfway. */
function discriminant(
  inside: readonly number[][],
  outside: readonly number[][],
): (features: number[]) => boolean {
  const length = inside[0]?.length ?? 0;
  const weights = Array.from({length}, (_, index) => {
    const [a, b] = [column(inside, index), column(outside, index)];
    return (mean(a) - mean(b)) / (variance(a) + variance(b) + 1);
  });
  const score = (features: number[]): number =>
    features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  const cut = (mean(inside.map(score)) + mean(outside.map(score))) / 2;
  return (features) => score(features) > cut;
}

function column(rows: readonly number[][], index: number): number[] {
  return rows.map((row) => row[index] ?? 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}
