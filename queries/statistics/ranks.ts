/** Ranks from 1, equal values sharing the mean of theirs, and the size of each run of equals. */
export function midRanks(values: readonly number[]): {ranks: number[]; ties: number[]} {
  const order = [...values.entries()].sort(([, a], [, b]) => a - b);
  const ranks = values.map(() => 0);
  const ties: number[] = [];
  for (let from = 0; from < order.length;) {
    const value = order[from]?.[1];
    let to = from;
    while (to < order.length && order[to]?.[1] === value) to += 1;
    for (const [index] of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    ties.push(to - from);
    from = to;
  }
  return {ranks, ties};
}
