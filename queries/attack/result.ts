import type {Aanvalsuitslag} from '../contract.ts';

/** What one attack achieved, against the limit it has to stay within. */
export type AttackResult = Aanvalsuitslag;

/** A share that can be read: three decimals; 0 of nothing is 0. */
export function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}

/** Whether a share that was counted in a sample is at most `limit`, but for two standard errors. */
export function isWithin(part: number, whole: number, limit: number): boolean {
  return part <= limit * whole + 2 * Math.sqrt(limit * (1 - limit) * whole);
}
