import {drawPoisson} from '../statistics/draw.ts';
import {randomSource} from '../statistics/random.ts';
import {spread} from './linear-bounds.ts';
import {ownMean} from './means.ts';
import {
  drawPerson,
  meanFactsOf,
  membersOf,
  nestedPairs,
  peopleOf,
  type MeanRule,
  type Person,
} from './people.ts';
import {ownMedian, type PublishMedian} from './quantiles.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import {sizeOf, type TableCell} from './table.ts';
import type {World} from './world.ts';

const MOST_NEAR = 0.25;
const NEAR = 0.15;
const MOST_PAIRS = 120;
const SMALLEST = 20;
const MOST_SIDES = 0.6;
/** A smallest cell with fewer people stays as it is. */
const STAYS_BELOW = 10;

interface Pair {
  outer: TableCell;
  inner: TableCell;
  /** The one to three people who make the difference; they stay all the time. */
  gone: readonly Person[];
  sum: number;
  times: number;
}

/**
 * A5 on means: the same one to three people make the difference between two groups in every period,
 * while all others come and go. The mean over the periods of that difference: does it tell the largest
 * of them? He is even told the exact sizes of both groups.
 */
export function averagingMeans(
  world: World,
  periods: number,
  {publish}: MeanRule = ownMean,
): AttackResult {
  const {noise} = world;
  const pairs = stablePairs(world);
  for (const people of populations(world, periods)) {
    for (const pair of pairs) {
      const [whole, part] = [pair.outer, pair.inner].map((cell) => {
        const facts = meanFactsOf(membersOf(people, cell));
        const mean = publish(noise, cell.label, facts);
        return mean === null ? null : mean * facts.clienten;
      });
      if (typeof whole !== 'number' || typeof part !== 'number') continue;
      pair.sum += whole - part;
      pair.times += 1;
    }
  }
  const seen = pairs.filter(({times}) => times > 0);
  const near = seen.filter(({gone, sum, times}) => {
    const largest = Math.max(...gone.map(({minuten}) => minuten));
    return Math.abs(sum / times - largest) <= NEAR * largest;
  });
  return {
    id: 'A5 gemiddelde',
    poging: `Gemiddelden van twee groepen, gemiddeld over ${String(periods)} perioden`,
    geslaagd: near.length <= MOST_NEAR * seen.length,
    gemeten: {paren: seen.length, binnen_15_procent: rate(near.length, seen.length)},
    grens: 'hooguit 25% van de grootste cliënten binnen 15%',
  };
}

/**
 * A5 on medians: does the move between the two groups, averaged over the periods, tell on which side
 * of the middle the one to three people are who make the difference?
 */
export function averagingMedians(
  world: World,
  periods: number,
  publish: PublishMedian = ownMedian,
): AttackResult {
  const pairs = stablePairs(world);
  const middles = new Map<Pair, number>();
  for (const people of populations(world, periods)) {
    for (const pair of pairs) {
      const middle = publish(world, pair.outer.label, membersOf(people, pair.outer));
      pair.sum += publish(world, pair.inner.label, membersOf(people, pair.inner)) - middle;
      middles.set(pair, (middles.get(pair) ?? 0) + middle / periods);
    }
  }
  const told = pairs.flatMap((pair): number[] => {
    const middle = middles.get(pair) ?? 0;
    const above = pair.gone.filter(({dagen}) => dagen > middle).length * 2 - pair.gone.length;
    if (above === 0) return [];
    return [pair.sum === 0 ? 0.5 : pair.sum < 0 === above > 0 ? 1 : 0];
  });
  const right = told.reduce((sum, one) => sum + one, 0);
  const sample = {right, of: told.length, limit: MOST_SIDES};
  return {
    id: 'A5 mediaan',
    poging: `Medianen van twee groepen, gemiddeld over ${String(periods)} perioden`,
    geslaagd: isWithin(sample),
    sample,
    gemeten: {paren: told.length, kant_goed: rate(right, told.length)},
    grens: 'hooguit 0,1 boven een gok (op toeval na)',
  };
}

function stablePairs(world: World): Pair[] {
  const {table, counts} = world;
  const people = peopleOf(world);
  const cells = table.cells.filter((cell) => cell.crossed <= 2 && sizeOf(counts, cell) >= SMALLEST);
  const sizes = new Map(cells.map((cell) => [cell, sizeOf(counts, cell)]));
  return spread(nestedPairs(cells, sizes, 3), MOST_PAIRS).map(({outer, inner}) => {
    const inside = new Set(inner.leaves);
    const leaves = outer.leaves.filter((leaf) => !inside.has(leaf));
    return {outer, inner, gone: membersOf(people, {leaves}), sum: 0, times: 0};
  });
}

/** The people of each period: small groups stay as they are, all others are drawn anew. */
function* populations(world: World, periods: number): Generator<Person[][]> {
  const {counts, noise, seed} = world;
  const people = peopleOf(world);
  const random = randomSource(seed + 9000);
  for (let period = 0; period < periods; period += 1) {
    yield people.map((group, leaf) => {
      const size = counts[leaf] ?? 0;
      if (size < STAYS_BELOW) return group;
      const now = drawPoisson(size, random);
      return Array.from({length: now}, (_, index) =>
        drawPerson(
          leaf,
          noise.recordKey(`${String(period)} ${String(leaf)} ${String(index)}`),
          random,
        ),
      );
    });
  }
}
