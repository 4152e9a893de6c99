import type {RandomSource} from './random.ts';

/** A standard normal draw (Box-Muller, one of the pair). */
export function drawNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma draw with shape > 0 and mean `shape` (Marsaglia & Tsang 2000). */
export function drawGamma(shape: number, random: RandomSource): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

const MULTIPLY_BELOW = 30;

/** A Poisson draw with mean ≥ 0; large means are halved through a gamma draw (Ahrens & Dieter 1974). */
export function drawPoisson(mean: number, random: RandomSource): number {
  if (mean >= MULTIPLY_BELOW) {
    const order = Math.floor((mean * 7) / 8);
    const arrival = drawGamma(order, random);
    if (arrival <= mean) return order + drawPoisson(mean - arrival, random);
    return drawBinomial(order - 1, mean / arrival, random);
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** A binomial draw: n trials with chance `share`. */
export function drawBinomial(n: number, share: number, random: RandomSource): number {
  let count = 0;
  for (let trial = 0; trial < n; trial += 1) if (random() < share) count += 1;
  return count;
}

/**
 * A count with this mean and variance phi × mean: Poisson at phi ≤ 1, above it Poisson with a gamma
 * mean (negative binomial). For the quasi-Poisson bootstrap.
 */
export function drawQuasiPoisson(mean: number, phi: number, random: RandomSource): number {
  if (mean <= 0) return 0;
  if (phi <= 1) return drawPoisson(mean, random);
  return drawPoisson(drawGamma(mean / (phi - 1), random) * (phi - 1), random);
}
