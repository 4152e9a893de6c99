import type {Interval} from './interval.ts';
import {zOf} from './normal.ts';
import {quantile} from './quantile.ts';
import {midRanks} from './ranks.ts';
import {at} from './at.ts';
import {sum} from './sum.ts';

/** Events and what they are held against: expected events, or n for a share. */
export interface Unit {
  teller: number;
  noemer: number;
}

/**
 * The scale on which units scatter evenly: log of a ratio (SHMI), root of a ratio (CQC), or
 * arcsine root of a share.
 */
export type FunnelScale = 'shmi' | 'cqc' | 'share';

interface Scaled {
  there: (unit: Unit) => number;
  back: (value: number) => number;
  error: (noemer: number) => number;
  centre: (target: number) => number;
}

const SCALES: Record<FunnelScale, Scaled> = {
  shmi: {
    there: ({teller, noemer}) => Math.log(teller / noemer),
    back: Math.exp,
    error: (noemer) => 1 / Math.sqrt(noemer),
    centre: Math.log,
  },
  cqc: {
    there: ({teller, noemer}) => Math.sqrt(teller / noemer),
    back: (value) => Math.max(0, value) ** 2,
    error: (noemer) => 1 / (2 * Math.sqrt(noemer)),
    centre: Math.sqrt,
  },
  share: {
    there: ({teller, noemer}) => Math.asin(Math.sqrt(teller / noemer)),
    back: (value) => Math.sin(Math.min(Math.PI / 2, Math.max(0, value))) ** 2,
    error: (noemer) => 1 / (2 * Math.sqrt(noemer)),
    centre: (target) => Math.asin(Math.sqrt(target)),
  },
};

/** How much more the units differ than chance makes them. */
export interface Overdispersion {
  /** z of each unit; null where it cannot be taken (nothing expected, or no events on the log). */
  z: (number | null)[];
  /** The z that counted: drawn in (winsorised) or only the middle (truncated). */
  z_geteld: number[];
  /** Mean squared z; 1 is chance. */
  phi: number;
  /** Variance between units on the scale used (DerSimonian & Laird 1986), 0 without over-dispersion. */
  tau2: number;
}

/**
 * Over-dispersion of a funnel (Spiegelhalter 2005; SHMI, NHS Digital). `trim` is the share at each
 * end: winsorised by default, left out with `truncate`. Null when no unit can be scored.
 */
export function overdispersion(
  units: readonly Unit[],
  {scale = 'shmi', target = 1, trim = 0.1, truncate = false}: OverdispersionOptions = {},
): Overdispersion | null {
  const {there, error, centre} = SCALES[scale];
  const z = units.map((unit) => {
    if (!(unit.noemer > 0) || (scale === 'shmi' && unit.teller <= 0)) return null;
    return (there(unit) - centre(target)) / error(unit.noemer);
  });
  const scored = z.flatMap((value, i) =>
    value === null ? [] : [{value, weight: 1 / error(at(units, i).noemer) ** 2}],
  );
  const kept = truncate ? truncated(scored, trim) : winsorised(scored, trim);
  const n = kept.length;
  if (n === 0) return null;
  const total = sum(kept.map(({value}) => value * value));
  const weights = kept.map(({weight}) => weight);
  const spare = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  return {
    z,
    z_geteld: kept.map(({value}) => value),
    phi: total / n,
    tau2: spare > 0 ? Math.max(0, (total - (n - 1)) / spare) : 0,
  };
}

/** Which scale, which target (on the scale of the ratio or share), and what is done to outliers. */
export interface OverdispersionOptions {
  scale?: FunnelScale;
  target?: number;
  trim?: number;
  truncate?: boolean;
}

interface Scored {
  value: number;
  weight: number;
}

function winsorised(scored: readonly Scored[], trim: number): Scored[] {
  const values = scored.map(({value}) => value);
  const low = quantile(values, trim) ?? -Infinity;
  const high = quantile(values, 1 - trim) ?? Infinity;
  return scored.map(({value, weight}) => ({value: Math.min(high, Math.max(low, value)), weight}));
}

function truncated(scored: readonly Scored[], trim: number): Scored[] {
  if (trim <= 0) return [...scored];
  const groups = 1 / trim;
  const {ranks} = midRanks(scored.map(({value}) => value));
  return scored.filter((_, i) => {
    const group = Math.floor((at(ranks, i) * groups) / (scored.length + 1) + 1e-9);
    return group > 0 && group < groups - 1;
  });
}

/** Funnel limits widened by the variance between units. Null when nothing is expected. */
export function overdispersedFunnel(
  noemer: number,
  tau2: number,
  {scale = 'shmi', target = 1, confidence = 0.95}: WidenedOptions = {},
): Interval | null {
  if (!(noemer > 0)) return null;
  const {back, error, centre} = SCALES[scale];
  const half = zOf(confidence) * Math.sqrt(error(noemer) ** 2 + tau2);
  return {ondergrens: back(centre(target) - half), bovengrens: back(centre(target) + half)};
}

/** Scale, target and confidence of the limits. */
export interface WidenedOptions {
  scale?: FunnelScale;
  target?: number;
  confidence?: number;
}
