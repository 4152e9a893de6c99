/**
 * Half width of an interval that holds `share` of new outcomes: the ⌈(n + 1)·share⌉-th smallest
 * absolute residual (split conformal prediction; Lei et al. 2018, J. Am. Stat. Assoc. 113). It holds
 * whatever the distribution, as long as the new residual could have been any of them. Null where
 * there are too few residuals for this share.
 */
export function conformalHalfWidth(residuals: readonly number[], share: number): number | null {
  const sorted = residuals.map(Math.abs).sort((a, b) => a - b);
  // Rounding of the product must not skip a residual: 10 × 0,8 is 8 and no more.
  const rank = Math.max(1, Math.ceil((sorted.length + 1) * share - 1e-9));
  return sorted[rank - 1] ?? null;
}
