import {incompleteBeta} from './student.ts';

/** x with I_x(a, b) = p, for 0 ≤ p ≤ 1 and a, b > 0, by bisection on the monotone function. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  // Near 1 the distance to 1 carries the precision.
  if (incompleteBeta(0.5, a, b) < p) return 1 - lowQuantile(1 - p, b, a);
  return lowQuantile(p, a, b);
}

function lowQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 0.5;
  for (let step = 0; step < 400 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
