/**
 * Divides whole cents by weights so that the parts add up to the total, to the cent (largest
 * remainder). Without any positive weight nothing can be divided: all parts are null.
 */
export function divideCents(total: number, weights: readonly (number | null)[]): (number | null)[] {
  const sum = weights.reduce<number>((all, weight) => all + Math.max(0, weight ?? 0), 0);
  if (!(sum > 0)) return weights.map(() => null);
  const exact = weights.map((weight) =>
    weight === null ? null : (total * Math.max(0, weight)) / sum,
  );
  return roundTo(total, exact);
}

/** Rounds numbers to whole ones that add up to `total`: who lost most by rounding down gets one. */
export function roundTo(total: number, exact: readonly (number | null)[]): (number | null)[] {
  const floors = exact.map((value) => (value === null ? null : Math.floor(value)));
  const left = total - floors.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const order = exact
    .map((value, index) => ({index, rest: value === null ? -1 : value - Math.floor(value)}))
    .filter(({rest}) => rest >= 0)
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  if (order.length === 0) return floors;
  const share = Math.floor(left / order.length);
  const extra = new Set(order.slice(0, left - share * order.length).map(({index}) => index));
  return floors.map((value, index) =>
    value === null ? null : value + share + (extra.has(index) ? 1 : 0),
  );
}
