import type {Interval} from './interval.ts';

/** An estimate with its own 95% interval. */
export interface Estimate extends Interval {
  waarde: number;
}

/**
 * The 95% interval of a − b from the intervals of a and b (MOVER). With Wilson intervals it is
 * Newcombe's interval for a difference of shares. Source: Donner & Zou, Stat Methods Med Res 2012.
 */
export function differenceInterval(a: Estimate, b: Estimate): Estimate {
  const waarde = a.waarde - b.waarde;
  return {
    waarde,
    ondergrens: waarde - Math.hypot(a.waarde - a.ondergrens, b.bovengrens - b.waarde),
    bovengrens: waarde + Math.hypot(a.bovengrens - a.waarde, b.waarde - b.ondergrens),
  };
}
