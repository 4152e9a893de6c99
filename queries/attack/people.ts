import type {Noise} from '../cube/noise.ts';
import type {MeanFacts} from '../cube/protect.ts';
import {drawNormal} from '../statistics/draw.ts';
import {randomSource, type RandomSource} from '../statistics/random.ts';
import type {TableCell} from './table.ts';
import type {World} from './world.ts';

/** A generated client: a smallest cell, an amount (minutes a year) and a duration in days. */
export interface Person {
  leaf: number;
  minuten: number;
  dagen: number;
  sleutel: bigint;
}

/** The clients of a world, per smallest cell. */
export function peopleOf({seed, counts, noise}: World): Person[][] {
  const random = randomSource(seed + 77_000);
  return Array.from(counts, (count, leaf) =>
    Array.from({length: count}, (_, index) =>
      drawPerson(leaf, noise.recordKey(`${String(leaf)} ${String(index)}`), random),
    ),
  );
}

/** A client of this smallest cell; amounts and durations are log-normal. */
export function drawPerson(leaf: number, sleutel: bigint, random: RandomSource): Person {
  return {
    leaf,
    minuten: Math.round(Math.exp(8.5 + drawNormal(random))),
    dagen: Math.round(Math.exp(4.2 + 0.8 * drawNormal(random))),
    sleutel,
  };
}

/** The members of a cell. */
export function membersOf(people: readonly Person[][], cell: Pick<TableCell, 'leaves'>): Person[] {
  return Array.from(cell.leaves).flatMap((leaf) => people[leaf] ?? []);
}

/** What the protection of a mean is told of a group. */
export function meanFactsOf(members: readonly Person[]): MeanFacts {
  const amounts = members.map(({minuten}) => minuten).sort((a, b) => b - a);
  return {
    clienten: members.length,
    bijdragers: amounts.filter((amount) => amount !== 0).length,
    som: amounts.reduce((sum, amount) => sum + amount, 0),
    grootste: amounts[0] ?? 0,
    tweede: amounts[1] ?? 0,
    ck: groupKey(members),
  };
}

/** XOR of the record keys of the members. */
export function groupKey(members: readonly Person[]): string {
  return members.reduce((key, {sleutel}) => key ^ sleutel, 0n).toString();
}

/** Pairs of a cell and a larger one around it with 1 to `most` more members. */
export function nestedPairs(
  cells: readonly TableCell[],
  sizes: ReadonlyMap<TableCell, number>,
  most: number,
): {outer: TableCell; inner: TableCell}[] {
  return cells.flatMap((outer) =>
    cells
      .filter((inner) => {
        const difference = (sizes.get(outer) ?? 0) - (sizes.get(inner) ?? 0);
        return difference >= 1 && difference <= most && isInside(inner, outer);
      })
      .map((inner) => ({outer, inner})),
  );
}

function isInside(inner: TableCell, outer: TableCell): boolean {
  if (inner.leaves.length >= outer.leaves.length) return false;
  const own = new Set(outer.leaves);
  return inner.leaves.every((leaf) => own.has(leaf));
}

/** How a mean is published. */
export interface MeanRule {
  /** The published mean of a cell, or null where it is withheld. */
  publish: (noise: Noise, label: string, facts: MeanFacts) => number | null;
  /** How any mean of a group with this published count would be printed. */
  print: (mean: number, count: number) => number;
}
