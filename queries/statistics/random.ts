/** The next number of a sequence, 0 ≤ u < 1. */
export type RandomSource = () => number;

/**
 * A sequence that a seed repeats exactly, on every machine: sfc32 (Doty-Humphrey), filled from the
 * seed by splitmix32. Not for secrets.
 */
export function randomSource(seed: number): RandomSource {
  const next = splitmix32(seed);
  let [a, b, c, count] = [next(), next(), next(), 1];
  const draw = (): number => {
    const total = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + total) | 0;
    return (total >>> 0) / 4294967296;
  };
  for (let skip = 0; skip < 12; skip += 1) draw();
  return draw;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
