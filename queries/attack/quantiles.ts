import {protectQuantile, rankNoise} from '../cube/protect.ts';
import {groupKey, membersOf, nestedPairs, peopleOf, type Person} from './people.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import {sizeOf} from './table.ts';
import type {World} from './world.ts';

const MOST_ABOVE_CHANCE = 0.1;

/** Publishes a median in days. */
export type PublishMedian = (world: World, label: string, members: readonly Person[]) => number;

/** The product's own median: noise on the rank, four ends around it, whole weeks. */
export const ownMedian: PublishMedian = ({noise}, label, members) => {
  const ends = members.map(({dagen}) => dagen).sort((a, b) => a - b);
  const shift = rankNoise(noise, 'q', label, groupKey(members));
  return protectQuantile(ends, 0.5 * (ends.length - 1), shift, ends.length);
};

/**
 * A10: the median of a group is somebody's own value; and when one to three people are taken away, its
 * move tells on which side of the middle they were. Both are held against chance.
 */
export function quantiles(world: World, publish: PublishMedian = ownMedian): AttackResult {
  const people = peopleOf(world);
  const cells = world.table.cells.filter(
    (cell) => cell.crossed <= 2 && sizeOf(world.counts, cell) >= 20,
  );
  const sizes = new Map(cells.map((cell) => [cell, sizeOf(world.counts, cell)]));
  let own = 0;
  let chance = 0;
  for (const cell of cells) {
    const members = membersOf(people, cell);
    const median = publish(world, cell.label, members);
    const days = new Set(members.map(({dagen}) => dagen));
    if (days.has(median)) own += 1;
    if (days.has(median + 1) || days.has(median - 1)) chance += 0.5;
    if (days.has(median + 1) && days.has(median - 1)) chance += 0.5;
  }
  let pairs = 0;
  let told = 0;
  for (const {outer, inner} of nestedPairs(cells, sizes, 3)) {
    const whole = membersOf(people, outer);
    const part = membersOf(people, inner);
    const inside = new Set(part);
    const gone = whole.filter((person) => !inside.has(person));
    const middle = publish(world, outer.label, whole);
    const move = publish(world, inner.label, part) - middle;
    const above = gone.filter(({dagen}) => dagen > middle).length * 2 - gone.length;
    if (above === 0) continue;
    pairs += 1;
    if (move === 0) told += 0.5;
    else if (move < 0 === above > 0) told += 1;
  }
  const excess = rate(own - chance, cells.length);
  const side = rate(told, pairs);
  const sample = {right: told, of: pairs, limit: 0.5 + MOST_ABOVE_CHANCE};
  return {
    id: 'A10',
    poging: 'De mediaan is iemands eigen waarde, of verraadt wie er niet meer bij is',
    geslaagd: excess <= MOST_ABOVE_CHANCE && isWithin(sample),
    sample,
    gemeten: {
      cellen: cells.length,
      eigen_waarde_boven_toeval: excess,
      paren: pairs,
      kant_goed: side,
    },
    grens: 'hooguit 0,1 boven een gok (op toeval na)',
  };
}
