import {at} from '../../statistics/at.ts';
import {drawGamma, drawNormal, drawQuasiPoisson} from '../../statistics/draw.ts';
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
    const samenhang = drawSerial(spreiding, random);
    const aantallen = cells.aantallen.map((row) => [...row]);
    const noemers = cells.noemers.map((row) => [...row]);
    for (const {unit, periods} of read) {
      const counts = at(aantallen, unit);
      drawUnit(panel, {counts, periods, phi, samenhang}, random);
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

const STRONGEST = 0.98;

/** The correlation of a stock with itself, drawn from what is known of it; never below none. */
function drawSerial({samenhang, samenhangfout}: Spreiding, random: RandomSource): number {
  if (samenhangfout === 0) return samenhang;
  return Math.min(STRONGEST, Math.max(0, samenhang + samenhangfout * drawNormal(random)));
}

interface UnitDraw {
  counts: number[];
  periods: readonly number[];
  phi: number;
  samenhang: number;
}

/** Draws the cells of one unit, in place. */
function drawUnit(
  {vorm}: Panel,
  {counts, periods, phi, samenhang}: UnitDraw,
  random: RandomSource,
): void {
  const shift = random();
  const round = (count: number): number => BASE * Math.floor(count / BASE + shift);
  if (vorm !== 'stand') {
    for (const t of periods) counts[t] = round(drawQuasiPoisson(at(counts, t), phi, random));
    return;
  }
  // People stay in a stock: what is high on one day is so on the next, the less the longer between.
  let [shock, before] = [0, Number.NEGATIVE_INFINITY];
  for (const t of periods.toSorted((a, b) => a - b)) {
    const kept = samenhang ** (t - before);
    shock = kept * shock + Math.sqrt(1 - kept ** 2) * drawNormal(random);
    before = t;
    const mean = at(counts, t);
    counts[t] = round(Math.max(0, mean + Math.sqrt(phi * mean) * shock));
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
