import type {Development} from './chain-ladder.ts';

/** Share of the ultimate that is known at each age, oldest last (1 unless a tail remains). */
export function developedShares(
  ontwikkeling: readonly Pick<Development, 'f'>[],
  tail = 1,
): number[] {
  let factor = tail;
  const shares = [1 / factor];
  for (const {f} of ontwikkeling.toReversed()) {
    factor *= f;
    shares.unshift(1 / factor);
  }
  return shares;
}

/**
 * Bornhuetter & Ferguson 1972: what is known plus the a priori ultimate over the share still to
 * come. With nothing known yet it is the a priori, fully developed it is what is known.
 */
export function bornhuetterFerguson(known: number, developed: number, apriori: number): number {
  return known + apriori * (1 - developed);
}

/**
 * A priori ultimate per unit of exposure, from all origins together (Cape Cod, Bühlmann 1983). Null
 * without exposure that has developed.
 */
export function capeCod(
  origins: readonly {known: number; developed: number; exposure: number}[],
): number | null {
  const used = origins.reduce((total, {developed, exposure}) => total + developed * exposure, 0);
  if (!(used > 0)) return null;
  return origins.reduce((total, {known}) => total + known, 0) / used;
}
