import {at} from '../../statistics/at.ts';
import {drawGamma, drawQuasiPoisson} from '../../statistics/draw.ts';
import {quantile} from '../../statistics/quantile.ts';
import {randomSource, type RandomSource} from '../../statistics/random.ts';
import type {Spreiding} from './dispersion.ts';
import {effectOf, expectedOf, type Cells, type Verwachting} from './expected.ts';
import type {Panel} from './panel.ts';
import {cellsOf, type Plan} from './plan.ts';

/** Rounding base of the published counts. */
const BASE = 5;
const REPLICATES = 999;

/** An interval with how rare the other side of zero is (two-sided p); null when it can't be said. */
export interface Band {
  ondergrens: number;
  bovengrens: number;
  p: number;
}

/**
 * Worlds that could have been, from a seed: counts drawn again (quasi-Poisson around what was
 * published, the dispersion itself as uncertain as its degrees of freedom say) and rounded again as
 * `protect` rounds, one shift per unit. The same seed gives the same worlds.
 */
export function drawWorlds(
  panel: Panel,
  {plan, cells, spreiding}: {plan: Plan; cells: Cells; spreiding: Spreiding},
  seed: number,
): Verwachting[] {
  const random = randomSource(seed);
  const read = [...cellsOf(plan)].map(([unit, periods]) => ({unit, periods: [...periods]}));
  return Array.from({length: REPLICATES}, () => {
    const phi = drawDispersion(spreiding, random);
    const aantallen = cells.aantallen.map((row) => [...row]);
    const noemers = cells.noemers.map((row) => [...row]);
    for (const {unit, periods} of read) {
      const counts = at(aantallen, unit);
      drawUnit(panel, {counts, periods, basis: plan.basis, phi}, random);
      if (panel.vorm !== 'aandeel') continue;
      const denominators = at(noemers, unit);
      for (const t of periods) denominators[t] = at(denominators, t) - roundingError(random);
    }
    return expectedOf({aantallen, noemers}, plan);
  });
}

/** φ drawn from what is known of it: a scaled inverse chi-square, never below chance. */
function drawDispersion({phi, vrijheid}: Spreiding, random: RandomSource): number {
  const chiSquare = 2 * drawGamma(vrijheid / 2, random);
  return Math.max(1, (phi * vrijheid) / chiSquare);
}

interface UnitDraw {
  counts: number[];
  periods: readonly number[];
  basis: readonly number[];
  phi: number;
}

/** Draws the cells of one unit, in place. */
function drawUnit(
  {vorm}: Panel,
  {counts, periods, basis, phi}: UnitDraw,
  random: RandomSource,
): void {
  const shift = random();
  const round = (count: number): number => BASE * Math.floor(count / BASE + shift);
  if (vorm !== 'stand') {
    for (const t of periods) counts[t] = round(drawQuasiPoisson(at(counts, t), phi, random));
    return;
  }
  // People stay in a stock: its peildata are no separate draws. One shock before, one after.
  const later = periods.filter((t) => !basis.includes(t));
  for (const block of [basis, later]) {
    const mean = block.reduce((total, t) => total + at(counts, t), 0) / block.length;
    const factor = mean > 0 ? drawQuasiPoisson(mean, phi, random) / mean : 1;
    for (const t of block) counts[t] = round(factor * at(counts, t));
  }
}

/** What random rounding to base 5 adds to a count: −4 to 4, mean 0. */
function roundingError(random: RandomSource): number {
  const rest = Math.floor(BASE * random());
  return random() < rest / BASE ? BASE - rest : -rest;
}

/** The 95% percentile interval of the effect over these comparisons, and its p-value. */
export function bandOf(
  worlds: readonly Verwachting[],
  keep?: (comparison: number) => boolean,
): Band | null {
  const effects = worlds.map((world) => effectOf(world, keep)).filter((effect) => effect !== null);
  const [ondergrens, bovengrens] = [quantile(effects, 0.025), quantile(effects, 0.975)];
  if (effects.length < 0.9 * worlds.length || ondergrens === null || bovengrens === null) {
    return null;
  }
  const below = effects.filter((effect) => effect <= 0).length;
  const above = effects.filter((effect) => effect >= 0).length;
  const p = Math.min(1, (2 * (Math.min(below, above) + 1)) / (effects.length + 1));
  return {ondergrens, bovengrens, p};
}
