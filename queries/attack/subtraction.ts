import {isWithin, rate, type AttackResult} from './result.ts';
import {sizeOf, type Axis, type PublishedCell} from './table.ts';

const MOST_RIGHT = 0.1;

/** What an adversary reads off, and what the difference really is. */
export interface Difference {
  estimate: number;
  truth: number;
}

/**
 * A2: what is published of a group minus what is published of its parts, for every difference of 1 to
 * 9 people: one child against its parent, and a parent against all its children but one.
 */
export function subtraction(
  axes: readonly Axis[],
  published: readonly PublishedCell[],
  counts: Float64Array,
): AttackResult {
  return judgeDifferences(smallDifferences(axes, published, counts));
}

/** Judges the differences of one table, or of all tables of a release together. */
export function judgeDifferences(small: readonly Difference[]): AttackResult {
  const right = small.filter(({estimate, truth}) => estimate === truth).length;
  const uneven = small.filter(({estimate}) => estimate % 5 !== 0).length;
  const sample = {right, of: small.length, limit: MOST_RIGHT};
  return {
    id: 'A2',
    poging: 'Een groep min haar delen, voor elk verschil van 1 tot 9 mensen',
    geslaagd: uneven === 0 && isWithin(sample),
    sample,
    gemeten: {verschillen: small.length, goed: rate(right, small.length), geen_vijfvoud: uneven},
    grens: 'hooguit 10% goed (op toeval na), elk verschil een veelvoud van 5',
  };
}

/** Every difference of 1 to 9 people that can be read off a published table. */
export function smallDifferences(
  axes: readonly Axis[],
  published: readonly PublishedCell[],
  counts: Float64Array,
): Difference[] {
  const byNodes = new Map(published.map((one) => [one.cell.nodes.join(' '), one]));
  const differences = published.flatMap((parent) =>
    axes.flatMap((axis, index) => {
      const children = childrenOf(axis, parent.cell.nodes[index] ?? 0).flatMap(
        (node) => byNodes.get(parent.cell.nodes.with(index, node).join(' ')) ?? [],
      );
      return [...pairs(parent, children, counts), ...remainders(parent, children, counts)];
    }),
  );
  return differences.filter(({truth}) => truth >= 1 && truth <= 9);
}

function* pairs(
  parent: PublishedCell,
  children: readonly PublishedCell[],
  counts: Float64Array,
): Generator<Difference> {
  for (const {cell, value} of children) {
    if (parent.value === null || value === null) continue;
    const truth = sizeOf(counts, parent.cell) - sizeOf(counts, cell);
    yield {estimate: parent.value - value, truth};
  }
}

function* remainders(
  parent: PublishedCell,
  children: readonly PublishedCell[],
  counts: Float64Array,
): Generator<Difference> {
  const hidden = children.filter(({value}) => value === null);
  const [only] = hidden;
  if (parent.value === null || only === undefined || hidden.length > 1) return;
  const others = children.reduce((sum, {value}) => sum + (value ?? 0), 0);
  yield {estimate: parent.value - others, truth: sizeOf(counts, only.cell)};
}

/** The nodes of an axis that lie straight below this one and together are it. */
function childrenOf({nodes}: Axis, index: number): number[] {
  const own = new Set(nodes[index]?.leaves);
  const inside = nodes
    .map((node, place) => ({place, leaves: node.leaves}))
    .filter(({place, leaves}) => place !== index && leaves.every((leaf) => own.has(leaf)))
    .filter(({leaves}) => leaves.length < own.size);
  return inside
    .filter(({place, leaves}) =>
      inside.every(
        (other) =>
          other.place === place ||
          other.leaves.length <= leaves.length ||
          !leaves.every((leaf) => other.leaves.includes(leaf)),
      ),
    )
    .map(({place}) => place);
}
