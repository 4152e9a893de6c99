import type {Aanvalsuitslag} from '../contract/publication.ts';
import {binomialCdf} from '../statistics/binomial.ts';

/** What one attack achieved, against the limit it has to stay within. */
export interface AttackResult extends Aanvalsuitslag {
  /** Where the attack is a share of tries: so many hits, so that several runs can be judged as one. */
  sample?: Sample;
}

/** A share that was counted in a sample, and its limit. */
export interface Sample {
  right: number;
  of: number;
  limit: number;
}

/** A share that can be read: three decimals; 0 of nothing is 0. */
export function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}

/** The chance to pass two standard errors, in a sample that is large enough to speak of those. */
const BY_CHANCE = 0.0228;

/**
 * Whether the share in one sample is at most its limit, but for chance: exactly, because in a small
 * gemeente a sample can be one group, and one lucky guess says nothing.
 */
export function isWithin({right, of, limit}: Sample): boolean {
  return right <= limit * of || 1 - binomialCdf(right - 1, of, limit) >= BY_CHANCE;
}
