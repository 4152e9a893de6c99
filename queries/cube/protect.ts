import type {Maten, Status} from '../contract/figure.ts';
import type {Noise} from './noise.ts';

/** The exact facts of a cell that decide whether it may be seen. They never leave the release job. */
export interface Group {
  clienten: number;
  huishoudens: number;
  /** Inhabitants of the area and the ages of the denominator; null where nobody is counted. */
  inwoners: number | null;
}

/** Published counts are multiples of this. */
export const BASE = 5;
/** Smallest group that may be seen, unless its base population asks for more (a survey: 30). */
export const MIN_CLIENTS = 10;
/** Fewest people who changed between two releases; in a gemeente, and in a wijk that is split. */
export const MIN_MUTATIONS = 200;
export const MIN_WIJK_MUTATIONS = 60;
/** The threshold of a label lies this many values wide, so that its crossing leaves five counts. */
const THRESHOLD_WIDTH = 6;
/** Largest group that can be hidden for its size: what the screen calls 0–14. */
export const MAX_HIDDEN = MIN_CLIENTS + THRESHOLD_WIDTH - 2;
const MIN_HOUSEHOLDS = 5;
const MIN_INHABITANTS = 100;
const MIN_FOR_MEAN = 20;
const MIN_CONTRIBUTORS = 10;
const MIN_EVENTS = 10;
const MIN_WORKERS = 5;
const GROUP_LIMIT = 100;
const GROUP_SHARE = 0.9;

/**
 * A figure that passed through this module. The class is not exported and has a private field, so
 * that no other module can make one: the compiler refuses it, and so does the writer of publications.
 */
class ProtectedFigure implements Maten {
  readonly #sealed = true;
  readonly waarde: number | null;
  readonly ondergrens: number | null;
  readonly bovengrens: number | null;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly aantal: number | null;
  readonly methode: string;
  readonly status: Status;
  readonly voorlopig: boolean;
  readonly dekking: number | null;
  readonly p80: number | null;
  readonly boven_norm: number | null;

  constructor(methode: string, status: Status, values: Partial<Maten>) {
    this.waarde = values.waarde ?? null;
    this.ondergrens = values.ondergrens ?? null;
    this.bovengrens = values.bovengrens ?? null;
    this.teller = values.teller ?? null;
    this.noemer = values.noemer ?? null;
    this.aantal = values.aantal ?? null;
    this.methode = methode;
    this.status = status;
    this.voorlopig = values.voorlopig ?? false;
    this.dekking = values.dekking ?? null;
    this.p80 = values.p80 ?? null;
    this.boven_norm = values.boven_norm ?? null;
  }

  static made(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #sealed in value && value.#sealed;
  }
}

/** A figure as `protect.ts` made it; nothing else fits this type. */
export type Figure = ProtectedFigure;

/** Whether this value was made here. The writer of a publication asks it of every cell. */
export function isFigure(value: unknown): value is Figure {
  return ProtectedFigure.made(value);
}

/** A figure that is withheld for this reason. */
export function withheld(status: Status, methode = ''): Figure {
  return new ProtectedFigure(methode, status, {});
}

/** A figure that may be seen. Every number in it comes out of a function of this module. */
export function shown(
  methode: string,
  values: Omit<Partial<Maten>, 'methode' | 'status' | 'waarde'> & {waarde: number},
): Figure {
  return new ProtectedFigure(methode, 'ok', values);
}

/**
 * Whether a group is large enough to be seen: T(L) = minimum + floor(6·U("T|" L)), 10 to 15. Six
 * values, not five: who sees a group of which one leaves fall away, still has five counts left.
 */
export function isVisible(
  noise: Noise,
  label: string,
  group: Group,
  minimum: number = MIN_CLIENTS,
): boolean {
  return (
    group.clienten >= thresholdOf(noise, label, minimum) &&
    group.huishoudens >= MIN_HOUSEHOLDS &&
    (group.inwoners === null || group.inwoners >= MIN_INHABITANTS)
  );
}

/** The smallest group under this label that may be seen. */
export function thresholdOf(noise: Noise, label: string, minimum: number = MIN_CLIENTS): number {
  return minimum + Math.floor(THRESHOLD_WIDTH * noise.label(`T|${label}`));
}

/** Label-fixed random rounding to base 5: v = 5·floor(n/5 + U("n|" L)); |v − n| ≤ 4, unbiased. */
export function roundCount(noise: Noise, label: string, n: number): number {
  return BASE * Math.floor(n / BASE + noise.label(`n|${label}`));
}

/** One client with more than half of the events gives himself away. */
export function dominatesEvents(largest: number, events: number): boolean {
  return largest > 0.5 * events;
}

/** Whole percents where the group is 100 or more, else steps of five. */
export function coarse(percent: number, group: number): number {
  const step = group >= 100 ? 1 : BASE;
  return step * Math.round(percent / step);
}

/** Exact sums of a mean: integers (minutes), so that no thread order can change them. */
export interface MeanFacts {
  clienten: number;
  /** Clients of whom something was counted. */
  bijdragers: number;
  som: number;
  grootste: number;
  tweede: number;
  /** XOR of the record keys of the members. */
  ck: string;
}

/** Whether a mean may be seen at all, and if not why. */
export function meanStatus({clienten, bijdragers, som, grootste, tweede}: MeanFacts): Status {
  if (clienten < MIN_FOR_MEAN || bijdragers < MIN_CONTRIBUTORS) return 'te_klein';
  if (som <= 0) return 'te_klein';
  if (grootste > 0.5 * som || grootste + tweede > 0.75 * som) return 'dominantie';
  return 'ok';
}

/** The sum with noise on the scale of the largest member: S + A·(tri(L) + tri(L, ck)). */
export function noisySum(noise: Noise, label: string, facts: MeanFacts): number {
  const scale = Math.max(facts.grootste, (5 * facts.som) / facts.clienten);
  return facts.som + scale * rankNoise(noise, 'm', label, facts.ck);
}

/**
 * A mean as it is published: three significant digits, but never finer than what one unit more in the
 * sum would change (`unit`, rounded up to 1, 2 or 5). So every number of clients has a whole sum that
 * fits the mean.
 */
export function roundMean(mean: number, unit: number): number {
  if (mean === 0) return 0;
  const third = 10 ** (Math.floor(Math.log10(Math.abs(mean))) - 2);
  if (third >= unit) return significant(mean, 3);
  const decade = 10 ** Math.floor(Math.log10(unit));
  const step = decade * ([1, 2, 5].find((one) => one * decade >= unit) ?? 10);
  return significant(step * Math.round(mean / step), 12);
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

/** Variance of the rank noise: two triangular draws of 1/6 each. */
const RANK_NOISE_VARIANCE = 1 / 3;
/** With 2 places the move of a median told on which side of it a known person was; with 4 it does not. */
const MIN_RADIUS = 4;
const MAX_RADIUS = 5;

function rankRadius(spells: number): number {
  return Math.max(MIN_RADIUS, Math.min(MAX_RADIUS, 0.02 * spells));
}

/**
 * How many places an end of the interval of a quantile lies from its middle: what chance gives
 * (`places`), and on top of it, as independent errors add, what the rank noise may have moved it (`z`
 * standard errors wide).
 */
export function placesWithNoise(places: number, spells: number, z: number): number {
  return Math.hypot(places, z * rankRadius(spells) * Math.sqrt(RANK_NOISE_VARIANCE));
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
  const last = orderedEnds.length - 1;
  const at = Math.min(last, Math.max(0, position + rankRadius(spells) * shift));
  const first = Math.min(Math.max(0, Math.floor(at) - 1), Math.max(0, last - 3));
  const around = orderedEnds.slice(first, first + 4);
  const mean = around.reduce((sum, days) => sum + days, 0) / around.length;
  return 7 * round(mean / 7);
}

/**
 * An amount in euros that tells of nobody: what the raad adopted, or an estimate of all clients of a
 * law together in whole thousands. Whoever asks for it has judged that it may be shown.
 */
export function publicAmount(
  methode: string,
  {
    voorlopig,
    ...euros
  }: {
    waarde: number;
    ondergrens: number | null;
    bovengrens: number | null;
    voorlopig: boolean;
  },
): Figure {
  return shown(methode, {...euros, voorlopig});
}

/** Whether a category (of a sensitive dimension) tells of each member of a small group that he is in it. */
export function revealsGroup(category: number, group: number): boolean {
  return group < GROUP_LIMIT && category > GROUP_SHARE * group;
}

/** Figures per fte are about people at work too: at least five of them. */
export function enoughWorkers(medewerkers: number): boolean {
  return medewerkers >= MIN_WORKERS;
}

/**
 * A figure that a gemeente delivered from elsewhere: its counts are rounded like ours; one that rests
 * on a group too small to be seen is withheld.
 */
export function protectDelivered(
  noise: Noise,
  label: string,
  {waarde, teller, noemer}: Pick<Maten, 'waarde' | 'teller' | 'noemer'>,
): Figure {
  const isSmall = (count: number | null): boolean =>
    count !== null && count < thresholdOf(noise, label);
  if (waarde === null || isSmall(teller) || isSmall(noemer))
    return withheld('te_klein', 'geleverd');
  const rounded = (count: number | null, side: string): number | null =>
    count === null ? null : roundCount(noise, `${label}|deel=${side}`, count);
  return shown('geleverd', {
    waarde: significant(waarde, 3),
    teller: rounded(teller, 'teller'),
    noemer: rounded(noemer, 'noemer'),
  });
}

/** Rounds to `digits` significant digits. */
export function significant(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}
