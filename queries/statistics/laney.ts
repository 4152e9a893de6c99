import {mean, sum} from './sum.ts';
import {limitsAround, movingRanges, type ProcessLimits} from './xmr.ts';

const D2 = 1.128;

/** Events (or successes) and what they are out of: person-years for u, cases for p. */
export interface Attribute {
  aantal: number;
  noemer: number;
}

/** Limits that differ per point, with how widely the points scatter. */
export interface AttributeLimits {
  gemiddelde: number;
  /** Mean squared z: above about 1.5 the plain limits are too narrow. 1 when nothing can vary. */
  phi: number;
  /** Laney's widening that was applied; 1 for a plain u or p chart. */
  sigma_z: number;
  /** One per point, cut at 0 (and at 1 for shares); null where its noemer is 0. */
  grenzen: (ProcessLimits | null)[];
}

/**
 * u′ and p′ charts of Laney 2002: centre ± 3 σᵢ σz, with σz the mean moving range of z / 1.128. Limits
 * come from `base` and are given for `points`; `laney: false` gives the plain chart, 'auto' widens
 * when φ > 1.5. Null with fewer than two base points.
 */
export function attributeLimits(
  kind: 'u' | 'p',
  base: readonly Attribute[],
  points: readonly Attribute[] = base,
  laney: boolean | 'auto' = true,
): AttributeLimits | null {
  const counted = base.filter(({noemer}) => noemer > 0);
  if (counted.length < 2) return null;
  const gemiddelde = sum(counted.map(({aantal}) => aantal)) / sum(counted.map((one) => one.noemer));
  const unit = kind === 'p' ? gemiddelde * (1 - gemiddelde) : gemiddelde;
  const sigma = (noemer: number): number => Math.sqrt(unit / noemer);
  const z =
    unit > 0
      ? counted.map((one) => (one.aantal / one.noemer - gemiddelde) / sigma(one.noemer))
      : [];
  const phi = mean(z.map((value) => value * value)) ?? 1;
  const widen = laney === 'auto' ? phi > 1.5 : laney;
  const sigma_z = widen ? (mean(movingRanges(z)) ?? D2) / D2 : 1;
  const most = kind === 'p' ? 1 : Infinity;
  return {
    gemiddelde,
    phi,
    sigma_z,
    grenzen: points.map(({noemer}) => {
      if (noemer <= 0) return null;
      const limits = limitsAround(gemiddelde, 3 * sigma(noemer) * sigma_z);
      return {
        ...limits,
        ondergrens: Math.max(0, limits.ondergrens),
        bovengrens: Math.min(most, limits.bovengrens),
      };
    }),
  };
}
