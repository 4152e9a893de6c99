import type {Estimate} from './difference.ts';
import {edge} from './edge.ts';
import {zOf} from './normal.ts';

/** Pairs that changed: `beter` went up, `slechter` went down, out of n pairs. */
export interface PairedCounts {
  beter: number;
  slechter: number;
  n: number;
}

/**
 * Tango's score interval (1998) of the net change (beter − slechter) / n of paired shares. Null
 * when there are no pairs.
 */
export function tango({beter, slechter, n}: PairedCounts, confidence = 0.95): Estimate | null {
  if (n === 0) return null;
  const z = zOf(confidence);
  const waarde = (beter - slechter) / n;
  const holds = (delta: number): boolean => {
    const down = restricted({beter, slechter, n}, delta);
    const variance = n * (2 * down + delta * (1 - delta));
    const miss = Math.abs(beter - slechter - n * delta);
    return variance <= 0 ? miss < 1e-12 : miss <= z * Math.sqrt(variance);
  };
  return {waarde, ondergrens: edge(waarde, -1, holds), bovengrens: edge(waarde, 1, holds)};
}

/** The likeliest share that went down when the net change is delta. */
function restricted({beter, slechter, n}: PairedCounts, delta: number): number {
  const b = -beter - slechter + (2 * n - beter + slechter) * delta;
  const c = -slechter * delta * (1 - delta);
  return (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
}
