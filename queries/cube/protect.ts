import type {Maten, Status} from '../contract.ts';
import type {Noise} from './noise.ts';

/** The exact facts of a cell that decide whether it may be seen. They never leave the release job. */
export interface Group {
  clienten: number;
  huishoudens: number;
  /** Inhabitants of the area and the ages of the denominator; null where nobody is counted. */
  inwoners: number | null;
}

const BASE = 5;
const MIN_THRESHOLD = 10;
const MAX_THRESHOLD = MIN_THRESHOLD + BASE - 1;
const MIN_HOUSEHOLDS = 5;
const MIN_INHABITANTS = 100;
const MIN_SHARE_DENOMINATOR = 30;
const LOWEST_SHARE = 5;
const HIGHEST_SHARE = 95;
const MIN_FOR_MEAN = 20;
const MIN_EVENTS = 10;
const MIN_WORKERS = 5;

/** A figure that is withheld for this reason. */
export function withheld(status: Status, methode = ''): Maten {
  return {
    waarde: null,
    ondergrens: null,
    bovengrens: null,
    teller: null,
    noemer: null,
    aantal: null,
    methode,
    status,
    voorlopig: false,
    dekking: null,
    p80: null,
    boven_norm: null,
  };
}

/** The size from which a group is seen: T(L) = 10 + floor(5·U("T|" L)), 10 to 14. */
function thresholdOf(noise: Noise, label: string): number {
  return MIN_THRESHOLD + Math.floor(BASE * noise.label(`T|${label}`));
}

/** Whether a group is large enough to be seen. */
export function isVisible(noise: Noise, label: string, group: Group): boolean {
  return (
    group.clienten >= thresholdOf(noise, label) &&
    group.huishoudens >= MIN_HOUSEHOLDS &&
    (group.inwoners === null || group.inwoners >= MIN_INHABITANTS)
  );
}

/** Label-fixed random rounding to base 5: v = 5·floor(n/5 + U("n|" L)); |v − n| ≤ 4, unbiased. */
export function roundCount(noise: Noise, label: string, n: number): number {
  return BASE * Math.floor(n / BASE + noise.label(`n|${label}`));
}

/** One client with more than half of the events gives himself away. */
export function dominatesEvents(largest: number, events: number): boolean {
  return largest > 0.5 * events;
}

/** Which side of a share is a group too small to be seen: those who count, or the others; or null. */
export function smallSide(
  noise: Noise,
  label: string,
  teller: number,
  noemer: number,
): 'teller' | 'rest' | null {
  const threshold = thresholdOf(noise, label);
  if (teller < threshold) return 'teller';
  return noemer - teller < threshold ? 'rest' : null;
}

/**
 * The share of a hidden group, as the bound that holds whatever its size: "≤5%" or "≥95%" where the
 * denominator is large, further inward where it is not. Null under 30 in the denominator.
 */
export function boundShare(hidden: 'teller' | 'rest', noemer: number): ProtectedShare | null {
  if (noemer < MIN_SHARE_DENOMINATOR) return null;
  const fewest = noemer - (BASE - 1);
  const most = Math.max(LOWEST_SHARE, BASE * Math.ceil((100 * MAX_THRESHOLD) / fewest / BASE));
  return hidden === 'teller'
    ? {waarde: most, methode: 'wilson, hooguit', tellerZichtbaar: false}
    : {waarde: 100 - most, methode: 'wilson, minstens', tellerZichtbaar: false};
}

/** A share as published; the numerator is hidden at the ends of the scale. */
export interface ProtectedShare {
  waarde: number;
  methode: string;
  tellerZichtbaar: boolean;
}

/** A protected share: whole percents from 100, steps of 5 below; null under 30 in the denominator. */
export function protectShare(teller: number, noemer: number): ProtectedShare | null {
  if (noemer < MIN_SHARE_DENOMINATOR) return null;
  const percent = (100 * teller) / noemer;
  if (percent <= LOWEST_SHARE) {
    return {waarde: LOWEST_SHARE, methode: 'wilson, hooguit', tellerZichtbaar: false};
  }
  if (percent >= HIGHEST_SHARE) {
    return {waarde: HIGHEST_SHARE, methode: 'wilson, minstens', tellerZichtbaar: false};
  }
  return {waarde: coarse(percent, noemer), methode: 'wilson', tellerZichtbaar: true};
}

/** Whole percents where the group is 100 or more, else steps of five. */
export function coarse(percent: number, group: number): number {
  const step = group >= 100 ? 1 : BASE;
  return step * Math.round(percent / step);
}

/** Exact sums of a mean: integers (minutes), so that no thread order can change them. */
export interface MeanFacts {
  clienten: number;
  som: number;
  grootste: number;
  tweede: number;
  /** XOR of the record keys of the members. */
  ck: string;
}

/** Whether a mean may be seen at all, and if not why. */
export function meanStatus({clienten, som, grootste, tweede}: MeanFacts): Status {
  if (clienten < MIN_FOR_MEAN) return 'te_klein';
  if (som <= 0) return 'te_klein';
  if (grootste > 0.5 * som || grootste + tweede > 0.75 * som) return 'dominantie';
  return 'ok';
}

/** The sum with noise on the scale of the largest member: S + A·(tri(L) + tri(L, ck)). */
export function noisySum(noise: Noise, label: string, facts: MeanFacts): number {
  const scale = Math.max(facts.grootste, (5 * facts.som) / facts.clienten);
  return facts.som + scale * rankNoise(noise, 'm', label, facts.ck);
}

/** tri(x L) + tri(x L ck): in (−2, 2), the same for the same members under the same label. */
export function rankNoise(noise: Noise, kind: string, label: string, ck: string): number {
  return noise.triangular(`${kind}|${label}`) + noise.triangular(`${kind}|${label}|${ck}`);
}

/** A standard error as published: perturbed by the label, two significant digits. */
export function protectError(noise: Noise, label: string, error: number): number {
  return significant(error * (1 + 0.1 * noise.triangular(`s|${label}`)), 2);
}

/** Whether a duration may be seen: 20 spells, 10 ends. */
export function enoughForDuration(spells: number, events: number): boolean {
  return spells >= MIN_FOR_MEAN && events >= MIN_EVENTS;
}

/**
 * A protected quantile: the position in the order of the ends is shifted by the rank noise, the mean
 * of the four ends around it is taken, and days become whole weeks (`round` them outward for a bound).
 */
export function protectQuantile(
  orderedEnds: readonly number[],
  position: number,
  shift: number,
  spells: number,
  round: (weeks: number) => number = Math.round,
): number {
  const radius = Math.max(2, Math.min(5, 0.02 * spells));
  const last = orderedEnds.length - 1;
  const at = Math.min(last, Math.max(0, position + radius * shift));
  const first = Math.min(Math.max(0, Math.floor(at) - 1), Math.max(0, last - 3));
  const around = orderedEnds.slice(first, first + 4);
  const mean = around.reduce((sum, days) => sum + days, 0) / around.length;
  return 7 * round(mean / 7);
}

/** Figures per fte are about people at work too: at least five of them. */
export function enoughWorkers(medewerkers: number): boolean {
  return medewerkers >= MIN_WORKERS;
}

/** Rounds to `digits` significant digits. */
export function significant(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}
