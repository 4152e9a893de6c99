/** A node of an axis: the leaves of the axis that it holds. The first node of an axis is all of it. */
export interface AxisNode {
  id: string;
  leaves: readonly number[];
}

/** A direction of a table. A free axis (area, period) does not count as a crossed dimension. */
export interface Axis {
  id: string;
  size: number;
  free: boolean;
  nodes: readonly AxisNode[];
}

/** A cell of the lattice: the smallest cells (leaves of all axes together) that it holds. */
export interface TableCell {
  /** Index of its node on every axis. */
  nodes: readonly number[];
  label: string;
  leaves: Int32Array;
  crossed: number;
}

/** What one population looks like to an adversary: its axes, and every cell of its lattice. */
export interface Table {
  axes: readonly Axis[];
  /** Number of smallest cells. */
  size: number;
  /** Every cell, also those deeper than may be asked. */
  cells: readonly TableCell[];
}

/** A cell as it is published: a count, or null where it is hidden. */
export interface PublishedCell {
  cell: TableCell;
  value: number | null;
}

/** Makes an axis of leaves that are grouped one level up; groups of one leaf are left out. */
export function nestedAxis(
  id: string,
  leaves: readonly string[],
  parentOf: (leaf: string) => string | null,
  free = false,
): Axis {
  const groups = new Map<string, number[]>();
  for (const [index, leaf] of leaves.entries()) {
    const parent = parentOf(leaf);
    if (parent !== null) groups.set(parent, [...(groups.get(parent) ?? []), index]);
  }
  const real = [...groups].filter(([, own]) => own.length > 1 && own.length < leaves.length);
  return {
    id,
    free,
    size: leaves.length,
    nodes: [
      {id: 'alle', leaves: leaves.map((_, index) => index)},
      ...real.map(([node, own]) => ({id: `groep ${node}`, leaves: own})),
      ...leaves.map((leaf, index) => ({id: leaf, leaves: [index]})),
    ],
  };
}

/** Every combination of nodes, with the label that `labelOf` gives it. */
export function tableOf(
  axes: readonly Axis[],
  labelOf: (nodes: readonly AxisNode[]) => string,
): Table {
  const strides = axes.map((_, index) =>
    axes.slice(index + 1).reduce((product, {size}) => product * size, 1),
  );
  const cells: TableCell[] = [];
  for (const nodes of combinations(axes.map((axis) => axis.nodes.length))) {
    const chosen = axes.flatMap((axis, index) => axis.nodes[nodes[index] ?? 0] ?? []);
    const crossed = axes.filter(({free}, index) => !free && nodes[index] !== 0).length;
    cells.push({nodes, crossed, label: labelOf(chosen), leaves: leavesOf(chosen, strides)});
  }
  return {axes, cells, size: axes.reduce((product, {size}) => product * size, 1)};
}

function* combinations(lengths: readonly number[]): Generator<number[]> {
  const [first, ...rest] = lengths;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let index = 0; index < first; index += 1) {
    for (const tail of combinations(rest)) yield [index, ...tail];
  }
}

function leavesOf(nodes: readonly AxisNode[], strides: readonly number[]): Int32Array {
  let found = [0];
  for (const [index, {leaves}] of nodes.entries()) {
    const stride = strides[index] ?? 1;
    found = found.flatMap((base) => leaves.map((leaf) => base + leaf * stride));
  }
  return Int32Array.from(found);
}

/** The exact size of a cell, or the prior mean of it: the sum over its smallest cells. */
export function sizeOf(counts: Float64Array, {leaves}: Pick<TableCell, 'leaves'>): number {
  let sum = 0;
  for (const leaf of leaves) sum += counts[leaf] ?? 0;
  return sum;
}

/** Groups that may give someone away: of 1 to 9, and empty ones (where an absence is a fact too). */
export function targetsOf(table: Table, counts: Float64Array): TableCell[] {
  return table.cells.filter((cell) => sizeOf(counts, cell) < 10);
}
