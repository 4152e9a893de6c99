/**
 * Moves label positions (in pixels) apart until each has `gap` to its neighbours, within [0, end].
 * Keeps the order; labels that touch form a block that stays centred on where they wanted to be.
 */
export function spread(wanted: readonly number[], gap: number, end: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => at(wanted, a) - at(wanted, b));
  let blocks: {members: number[]; start: number}[] = [];
  for (const index of order) {
    blocks.push({members: [index], start: at(wanted, index)});
    blocks = merged(blocks, {wanted, gap, end});
  }
  const placed = [...wanted];
  for (const {members, start} of blocks) {
    members.forEach((index, place) => {
      placed[index] = start + place * gap;
    });
  }
  return placed;
}

interface Room {
  wanted: readonly number[];
  gap: number;
  end: number;
}

function merged(blocks: {members: number[]; start: number}[], room: Room) {
  const [last, ...earlier] = blocks.toReversed();
  if (!last) return [];
  const length = (last.members.length - 1) * room.gap;
  const centre = last.members.reduce((sum, index) => sum + at(room.wanted, index), 0);
  const ideal = centre / last.members.length - length / 2;
  const start = Math.max(0, Math.min(room.end - length, ideal));
  const previous = earlier[0];
  if (!previous || previous.start + previous.members.length * room.gap <= start) {
    return [...earlier.toReversed(), {members: last.members, start}];
  }
  const joined = {members: [...previous.members, ...last.members], start: 0};
  return merged([...earlier.slice(1).toReversed(), joined], room);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
