type Cell = Readonly<Record<string, string>>;

/** Whether two cells are the same; a dimension that is left out or `alle` is not split. */
export function sameCell(one: Cell, other: Cell): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? 'alle') === (other[name] ?? 'alle'));
}
