import type {Estimate} from './difference.ts';
import {edge} from './edge.ts';
import {zOf} from './normal.ts';
import type {Share} from './share-difference.ts';

/**
 * Score interval of the difference a − b of two independent shares: Mee 1984, with Miettinen &
 * Nurminen's factor N / (N − 1) (1985) unless `corrected` is false. Null when either n is 0.
 */
export function miettinenNurminen(
  a: Share,
  b: Share,
  confidence = 0.95,
  corrected = true,
): Estimate | null {
  if (a.n === 0 || b.n === 0) return null;
  const z = zOf(confidence);
  const total = a.n + b.n;
  const factor = corrected ? total / (total - 1) : 1;
  const waarde = a.x / a.n - b.x / b.n;
  const distance = (delta: number): number => {
    const [pa, pb] = restricted(a, b, delta);
    const variance = factor * ((pa * (1 - pa)) / a.n + (pb * (1 - pb)) / b.n);
    if (variance <= 0) return Math.abs(waarde - delta) < 1e-12 ? 0 : Infinity;
    return Math.abs(waarde - delta) / Math.sqrt(variance);
  };
  return {
    waarde,
    ondergrens: edge(waarde, -1, (delta) => distance(delta) <= z),
    bovengrens: edge(waarde, 1, (delta) => distance(delta) <= z),
  };
}

/** The likeliest two shares that differ by delta: the closed form of Miettinen & Nurminen. */
function restricted(a: Share, b: Share, delta: number): [number, number] {
  const total = a.n + b.n;
  const l2 = (a.n + 2 * b.n) * delta - total - (a.x + b.x);
  const l1 = (b.n * delta - total - 2 * b.x) * delta + (a.x + b.x);
  const l0 = b.x * delta * (1 - delta);
  const q = l2 ** 3 / (3 * total) ** 3 - (l1 * l2) / (6 * total * total) + l0 / (2 * total);
  const root = l2 ** 2 / (3 * total) ** 2 - l1 / (3 * total);
  const p = (q < 0 ? -1 : 1) * Math.sqrt(Math.max(0, root));
  const cosine = p === 0 ? 0 : Math.min(1, Math.max(-1, q / p ** 3));
  const angle = (Math.PI + Math.acos(cosine)) / 3;
  const pb = Math.min(1, Math.max(0, 2 * p * Math.cos(angle) - l2 / (3 * total)));
  return [Math.min(1, Math.max(0, pb + delta)), pb];
}
