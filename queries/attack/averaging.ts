import {drawPoisson} from '../statistics/draw.ts';
import {randomSource} from '../statistics/random.ts';
import {ownProtection, publishTable} from './protection.ts';
import {claimsOf, priorBelief, reconstruct} from './reconstruction.ts';
import type {AttackResult} from './result.ts';
import {targetsOf, type PublishedCell, type TableCell} from './table.ts';
import type {World} from './world.ts';

/** Over many periods the rounding of a label leaves an offset of −2 to 2, which never goes away. */
const OFFSET_VARIANCE = 2;

/**
 * A5: averaging. Small groups stay the same for `periods` periods while all others come and go; the
 * adversary averages every cell over time, and reconstructs from the means. Sets with one label too.
 */
export function averaging(world: World, periods: number, everyTarget: number): AttackResult {
  const {table, counts, prior, noise, seed} = world;
  const random = randomSource(seed + 5000);
  const protection = ownProtection(noise);
  const sums = new Map<TableCell, number | null>();
  for (let period = 0; period < periods; period += 1) {
    const now = counts.map((count) => (count < 10 ? count : drawPoisson(count, random)));
    for (const {cell, value} of publishTable(table, now, protection, 2)) {
      const before = period === 0 ? 0 : (sums.get(cell) ?? null);
      sums.set(cell, value === null || before === null ? null : before + value);
    }
  }
  const averaged = [...sums].map(([cell, sum]): PublishedCell => ({
    cell,
    value: sum === null ? null : sum / periods,
  }));
  const targets = targetsOf(table, counts).filter((_, index) => index % everyTarget === 0);
  const before = claimsOf(priorBelief(prior), targets, counts);
  const variance = OFFSET_VARIANCE + 20 / periods;
  const after = claimsOf(reconstruct(prior, averaged, variance), targets, counts);
  const twice = labelsOfOneSet(table.cells);
  return {
    id: 'A5',
    poging: `Middelen over ${String(periods)} perioden, en over namen van dezelfde groep`,
    geslaagd: after.rightOfSome <= before.rightOfSome && twice === 0,
    gemeten: {
      groepen: targets.length,
      zeker_en_goed: after.right,
      vooraf_zeker_en_goed: before.right,
      bestaande_groep_geraden: after.rightOfSome,
      groep_met_twee_afrondingen: twice,
    },
    grens: 'niet meer dan wie alleen de patronen kent',
  };
}

/** Sets of the same smallest cells that would get more than one rounding. */
function labelsOfOneSet(cells: readonly TableCell[]): number {
  const labels = new Map<string, Set<string>>();
  for (const {leaves, label} of cells) {
    const key = leaves.join(' ');
    labels.set(key, (labels.get(key) ?? new Set()).add(label));
  }
  return [...labels.values()].filter(({size}) => size > 1).length;
}
