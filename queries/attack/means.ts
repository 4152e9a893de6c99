import {meanStatus, noisySum, roundCount, roundMean} from '../cube/protect.ts';
import {
  meanFactsOf,
  membersOf,
  nestedPairs,
  peopleOf,
  type MeanRule,
  type Person,
} from './people.ts';
import {ownProtection, publishTable} from './protection.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import type {TableCell} from './table.ts';
import type {World} from './world.ts';

const MOST_UNIQUE = 0.01;
const MOST_NEAR = 0.25;
const NEAR = 0.15;

const MOST_AWAY = 4;

/** The product's own mean: one unit in the sum of the smallest group that the count leaves open. */
export const ownMean: MeanRule = {
  print: (mean, count) => roundMean(mean, 1 / (count - MOST_AWAY)),
  publish: (noise, label, facts) =>
    meanStatus(facts) === 'ok'
      ? ownMean.print(
          noisySum(noise, label, facts) / facts.clienten,
          roundCount(noise, label, facts.clienten),
        )
      : null,
};

interface PublishedMean {
  cell: TableCell;
  members: Person[];
  count: number;
  mean: number;
}

function publishedMeans(world: World, {publish}: MeanRule): PublishedMean[] {
  const people = peopleOf(world);
  const counts = publishTable(world.table, world.counts, ownProtection(world.noise), 2);
  return counts.flatMap(({cell, value}) => {
    if (value === null) return [];
    const members = membersOf(people, cell);
    const mean = publish(world.noise, cell.label, meanFactsOf(members));
    return mean === null ? [] : [{cell, members, count: value, mean}];
  });
}

/**
 * A7: mean × count. A small whole amount (contacts) has few sums that give exactly this mean; where
 * one number of clients fits, the adversary knows number and sum.
 */
export function meanTimesCount(world: World, {publish, print}: MeanRule = ownMean): AttackResult {
  const people = peopleOf(world).map((group) =>
    group.map((person) => ({...person, minuten: person.minuten % 7})),
  );
  const counts = publishTable(world.table, world.counts, ownProtection(world.noise), 2);
  let tried = 0;
  let unique = 0;
  for (const {cell, value} of counts) {
    if (value === null) continue;
    const facts = meanFactsOf(membersOf(people, cell));
    const mean = publish(world.noise, cell.label, facts);
    if (mean === null) continue;
    tried += 1;
    const fitting = Array.from({length: 9}, (_, index) => value - 4 + index).filter(
      (n) => n >= 20 && print(Math.round(mean * n) / n, value) === mean,
    );
    if (fitting.length === 1 && fitting[0] === facts.clienten) unique += 1;
  }
  const sample = {right: unique, of: tried, limit: MOST_UNIQUE};
  return {
    id: 'A7',
    poging: 'Gemiddelde maal aantal: welk geheel getal past?',
    geslaagd: tried > 0 && isWithin(sample),
    sample,
    gemeten: {cellen: tried, enige_en_juiste_oplossing: rate(unique, tried)},
    grens: 'hooguit 1% één juiste oplossing (op toeval na)',
  };
}

/** A9: the sum of a group minus that of the group without its largest client. */
export function dominance(world: World, rule: MeanRule = ownMean): AttackResult {
  const means = publishedMeans(world, rule);
  const sizes = new Map(means.map(({cell, members}) => [cell, members.length]));
  const byCell = new Map(means.map((one) => [one.cell, one]));
  let tried = 0;
  let near = 0;
  for (const {outer, inner} of nestedPairs([...byCell.keys()], sizes, 3)) {
    const [whole, part] = [byCell.get(outer), byCell.get(inner)];
    if (whole === undefined || part === undefined) continue;
    const inside = new Set(part.members);
    const others = whole.members.filter((person) => !inside.has(person));
    const largest = Math.max(...others.map(({minuten}) => minuten));
    const estimate = whole.mean * whole.members.length - part.mean * part.members.length;
    tried += 1;
    if (Math.abs(estimate - largest) <= NEAR * largest) near += 1;
  }
  return {
    id: 'A9',
    poging: 'De som van een groep min die van de groep zonder haar grootste cliënt',
    geslaagd: near <= MOST_NEAR * tried,
    gemeten: {paren: tried, binnen_15_procent: rate(near, tried)},
    grens: 'hooguit 25% binnen 15%',
  };
}
