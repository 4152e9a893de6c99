/** A two-sided 95% interval. */
export interface Interval {
  ondergrens: number;
  bovengrens: number;
}

/** Standard normal quantile of 0.975. */
export const Z95 = 1.959963984540054;
