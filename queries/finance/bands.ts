import {conformalHalfWidth} from '../statistics/conformal.ts';
import {normalQuantile} from '../statistics/normal.ts';

/** A forecast of a year that is over, beside what came of it. */
export interface PastError {
  verwacht_cent: number;
  uitkomst_cent: number;
  /** Costs of a client in a year: the scale on which chance works. */
  per_client_cent: number;
}

/** A forecast that needs bands. */
export interface BandBase {
  verwacht_cent: number;
  /** Standard error by formula; null where it is not known. */
  fout_cent: number | null;
  per_client_cent: number;
}

/** How far the outcome may lie from the forecast, in cents: below (negative) and above. */
export interface Bands {
  band80: readonly [number, number];
  band95: readonly [number, number];
  voorlopig: boolean;
}

/** Earlier forecasts from which the bands are their errors. */
export const MIN_ERRORS = 24;

/**
 * Bands from the errors of earlier forecasts at the same month; with fewer than 24 of them the standard
 * error by formula, which is Mack's and that of chance in the months to come. Null without either.
 */
export function bandsOf(base: BandBase, errors: readonly PastError[]): Bands | null {
  const hasScale = base.verwacht_cent * base.per_client_cent > 0;
  if (errors.length >= MIN_ERRORS && hasScale) return bandsFromErrors(base, errors);
  const {fout_cent} = base;
  if (fout_cent === null) return null;
  const band = (share: number): readonly [number, number] => [
    -fout_cent * normalQuantile(share),
    fout_cent * normalQuantile(share),
  ];
  return {band80: band(0.9), band95: band(0.975), voorlopig: true};
}

/**
 * Conformal bands: as wide as the errors of other forecasts were, on the scale √(costs × costs per
 * client), which is how a sum over clients varies. Where they are too few for 95%, the largest error.
 */
export function bandsFromErrors(base: BandBase, errors: readonly PastError[]): Bands {
  const residuals = errors.map((one) => (one.uitkomst_cent - one.verwacht_cent) / scaleOf(one));
  const largest = Math.max(0, ...residuals.map(Math.abs));
  const band = (share: number): readonly [number, number] => {
    const half = scaleOf(base) * (conformalHalfWidth(residuals, share) ?? largest);
    return [-half, half];
  };
  return {band80: band(0.8), band95: band(0.95), voorlopig: false};
}

function scaleOf({verwacht_cent, per_client_cent}: Omit<BandBase, 'fout_cent'>): number {
  return Math.sqrt(Math.max(1, verwacht_cent * per_client_cent));
}

/** Bands of a sum of posts, as if their errors had nothing to do with each other. */
export function bandsTogether(bands: readonly Bands[]): Bands {
  const root = (of: (one: Bands) => number): number =>
    Math.sqrt(bands.reduce((sum, one) => sum + of(one) ** 2, 0));
  return {
    band80: [-root(({band80}) => band80[0]), root(({band80}) => band80[1])],
    band95: [-root(({band95}) => band95[0]), root(({band95}) => band95[1])],
    voorlopig: bands.some(({voorlopig}) => voorlopig),
  };
}
