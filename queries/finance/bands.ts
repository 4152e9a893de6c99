import {normalQuantile} from '../statistics/normal.ts';
import {quantile} from '../statistics/quantile.ts';

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
  /** Standard error by formula. */
  fout_cent: number;
  per_client_cent: number;
}

/** How far the outcome may lie from the forecast, in cents: below (negative) and above. */
export interface Bands {
  band80: readonly [number, number];
  band95: readonly [number, number];
  voorlopig: boolean;
}

/** Earlier forecasts from which the bands are their errors. */
const MIN_ERRORS = 24;

/**
 * Bands from the errors of earlier forecasts at the same month: their quantiles, on the scale
 * √(costs × costs per client), which is how a sum over clients varies. With fewer than 24 of them
 * the standard error by formula, which is Mack's and that of chance in the months to come.
 */
export function bandsOf(base: BandBase, errors: readonly PastError[]): Bands {
  const scale = Math.sqrt(Math.max(0, base.verwacht_cent) * base.per_client_cent);
  if (errors.length >= MIN_ERRORS && scale > 0) {
    const scaled = errors.map(
      ({verwacht_cent, uitkomst_cent, per_client_cent}) =>
        (uitkomst_cent - verwacht_cent) / Math.sqrt(Math.max(1, verwacht_cent * per_client_cent)),
    );
    const band = (low: number, high: number): readonly [number, number] => [
      Math.min(0, scale * (quantile(scaled, low) ?? 0)),
      Math.max(0, scale * (quantile(scaled, high) ?? 0)),
    ];
    return {band80: band(0.1, 0.9), band95: band(0.025, 0.975), voorlopig: false};
  }
  const band = (share: number): readonly [number, number] => [
    -base.fout_cent * normalQuantile(share),
    base.fout_cent * normalQuantile(share),
  ];
  return {band80: band(0.9), band95: band(0.975), voorlopig: true};
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
