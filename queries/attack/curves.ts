import {protectCurve} from '../cube/protect-curve.ts';
import {enoughForDuration, roundCount} from '../cube/protect.ts';
import {survivalCurve, type SurvivalStep} from '../statistics/survival.ts';
import {membersOf, nestedPairs, peopleOf, type Person} from './people.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import {sizeOf} from './table.ts';
import type {World} from './world.ts';

const MOST_ABOVE_CHANCE = 0.1;
const MIN_AT_RISK = 10;
const DAYS_PER_MONTH = 365.25 / 12;

/** A point of a published curve: a day, and the percentage that is open after it. */
export interface CurvePoint {
  dag: number;
  open: number;
}

/** Publishes the survival curve of a group. */
export type PublishCurve = (
  world: World,
  label: string,
  steps: readonly SurvivalStep[],
) => CurvePoint[];

/** The product's own curve: counts in fives, steps of at least five ends, whole percents. */
export const ownCurve: PublishCurve = ({noise}, label, steps) =>
  protectCurve(noise, label, steps, null);

/**
 * A10 on survival curves: of a group and the same group without one person both curves are published.
 * In which month did that person's help end? He takes the month in which the curves differ most, times
 * the number of people; a gambler takes the month in which most ends fall.
 */
export function survivalCurves(world: World, publish: PublishCurve = ownCurve): AttackResult {
  const people = peopleOf(world);
  const cells = world.table.cells.filter(
    (cell) => cell.crossed <= 2 && enoughForDuration(sizeOf(world.counts, cell), 10),
  );
  const sizes = new Map(cells.map((cell) => [cell, sizeOf(world.counts, cell)]));
  let pairs = 0;
  let found = 0;
  let gambled = 0;
  for (const {outer, inner} of nestedPairs(cells, sizes, 1)) {
    const whole = membersOf(people, outer);
    const part = membersOf(people, inner);
    const inside = new Set(part);
    const gone = whole.find((person) => !inside.has(person));
    if (gone === undefined) continue;
    const truth = monthOf(gone.dagen);
    const count = (size: number, label: string): number => roundCount(world.noise, label, size);
    const a = endsPerMonth(
      publish(world, outer.label, stepsOf(whole)),
      count(whole.length, outer.label),
    );
    const b = endsPerMonth(
      publish(world, inner.label, stepsOf(part)),
      count(part.length, inner.label),
    );
    pairs += 1;
    if (largest(a.map((ends, month) => ends - (b[month] ?? 0))) === truth) found += 1;
    if (largest(a) === truth) gambled += 1;
  }
  const limit = Math.min(1, rate(gambled, pairs) + MOST_ABOVE_CHANCE);
  const sample = {right: found, of: pairs, limit};
  return {
    id: 'A10 kromme',
    poging: 'Twee krommen die één persoon schelen: in welke maand eindigde zijn hulp?',
    geslaagd: isWithin(sample),
    gemeten: {paren: pairs, maand_goed: rate(found, pairs), gok_goed: rate(gambled, pairs)},
    grens: 'hooguit 0,1 boven een gok (op toeval na)',
  };
}

function stepsOf(members: readonly Person[]): SurvivalStep[] {
  return survivalCurve(
    members.map(({dagen}) => ({vanaf: 0, tot: dagen, soort: 'einde' as const})),
    MIN_AT_RISK,
  );
}

/** The month of a curve in which this day falls: month m closes on day round(m × 30.4). */
function monthOf(days: number): number {
  const month = Math.floor(days / DAYS_PER_MONTH);
  return Math.round(month * DAYS_PER_MONTH) < days ? month + 1 : month;
}

/** Ends in each month as a curve of this many people tells them. */
function endsPerMonth(points: readonly CurvePoint[], people: number): number[] {
  const last = points.at(-1);
  const ends = new Array<number>(last === undefined ? 0 : monthOf(last.dag) + 1).fill(0);
  let open = 100;
  let previous = 0;
  for (const point of points) {
    const month = monthOf(point.dag);
    const each = ((open - point.open) * people) / 100 / Math.max(1, month - previous);
    for (let one = previous + 1; one <= month; one += 1) ends[one] = each;
    open = point.open;
    previous = month;
  }
  return ends;
}

function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
