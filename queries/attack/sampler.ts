import {MIN_CLIENTS} from '../cube/protect.ts';
import {randomSource} from '../statistics/random.ts';
import {CONFIDENT} from './reconstruction.ts';
import {rate, type AttackResult} from './result.ts';
import {sizeOf, type PublishedCell, type TableCell} from './table.ts';
import type {World} from './world.ts';

const FIRST_HEAT = 40;
/** Share of the proposals that a chain has to accept before its agreement means anything. */
const LEAST_MIXING = 0.02;
const MOST_GUESSED = 0.01;

interface SamplerOptions {
  published: readonly PublishedCell[];
  targets: readonly TableCell[];
  sweeps: number;
}

/**
 * An adversary nobody planned for: Markov chain Monte Carlo over whole tables. It draws integer tables
 * from the exact posterior of the mechanism (Poisson prior with the true pattern; the chance of each
 * rounding and each threshold), and claims a size that 95% of its tables agree on.
 */
export function integerSampling(world: World, options: SamplerOptions): AttackResult {
  const {published, targets, sweeps} = options;
  const {prior, counts, seed} = world;
  const random = randomSource(seed + 31_000);
  const cellsOf: number[][] = Array.from(prior, () => []);
  for (const [index, {cell}] of published.entries()) {
    for (const leaf of cell.leaves) cellsOf[leaf]?.push(index);
  }
  const state = prior.map((mean) => Math.round(mean));
  const sums = published.map(({cell}) => sizeOf(state, cell));
  const tallies = targets.map(() => new Map<number, number>());
  let heat = FIRST_HEAT;
  let moved = 0;
  const move = (leaf: number, by: 1 | -1): void => {
    const now = state[leaf] ?? 0;
    if (now + by < 0) return;
    const mean = prior[leaf] ?? 0;
    let gain = by === 1 ? Math.log((mean + 1e-9) / (now + 1)) : Math.log(now / (mean + 1e-9));
    for (const index of cellsOf[leaf] ?? []) {
      const value = published[index]?.value ?? null;
      const sum = sums[index] ?? 0;
      gain += (logChance(value, sum + by) - logChance(value, sum)) / heat;
    }
    if (gain < 0 && random() >= Math.exp(gain)) return;
    state[leaf] = now + by;
    moved += 1;
    for (const index of cellsOf[leaf] ?? []) sums[index] = (sums[index] ?? 0) + by;
  };
  const burn = Math.floor(sweeps / 2);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    // Hot at first, so that the chain finds a table that fits; then the posterior itself.
    heat = Math.max(1, FIRST_HEAT * (1 - (1.25 * sweep) / burn));
    if (sweep === burn) moved = 0;
    for (let leaf = 0; leaf < prior.length; leaf += 1) move(leaf, random() < 0.5 ? 1 : -1);
    if (sweep < burn || sweep % 5 !== 0) continue;
    for (const [index, cell] of targets.entries()) {
      const size = sizeOf(state, cell);
      tallies[index]?.set(size, (tallies[index].get(size) ?? 0) + 1);
    }
  }
  const mixing = moved / ((sweeps - burn) * prior.length);
  return judged(tallies, targets, world);

  function judged(
    found: readonly Map<number, number>[],
    cells: readonly TableCell[],
    {prior: known}: World,
  ): AttackResult {
    const claims = {zeker: 0, goed: 0, bestaand: 0, vooraf: 0, vooraf_bestaand: 0};
    const existing = cells.filter((cell) => sizeOf(counts, cell) > 0).length;
    for (const [index, cell] of cells.entries()) {
      const truth = sizeOf(counts, cell);
      const [size, share] = best(found[index] ?? new Map<number, number>());
      const [guess, chance] = bestPoisson(sizeOf(known, cell));
      if (chance >= CONFIDENT && guess === truth) {
        claims.vooraf += 1;
        if (truth > 0) claims.vooraf_bestaand += 1;
      }
      // A chain that stands still agrees with itself: he sees that, and claims nothing.
      if (share < CONFIDENT || mixing < LEAST_MIXING) continue;
      claims.zeker += 1;
      if (size !== truth) continue;
      claims.goed += 1;
      if (truth > 0) claims.bestaand += 1;
    }
    return {
      id: 'MCMC',
      poging: 'Hele tabellen trekken die bij alles passen, met de ware patronen als voorkennis',
      geslaagd: claims.bestaand - claims.vooraf_bestaand <= MOST_GUESSED * existing,
      gemeten: {
        groepen: cells.length,
        meeste_beweging: Math.round(1000 * mixing) / 1000,
        zeker: claims.zeker,
        zeker_en_goed: claims.goed,
        vooraf_zeker_en_goed: claims.vooraf,
        bestaande_groep_geraden: claims.bestaand,
        winst: rate(claims.goed - claims.vooraf, cells.length),
      },
      grens: 'hooguit 1% van de bestaande groepen meer dan vooraf',
    };
  }
}

/** Log of the chance that a group of n is published so; the salt is unknown, the rule is not. */
function logChance(value: number | null, n: number): number {
  const visible = Math.min(1, Math.max(0, (n - MIN_CLIENTS + 1) / 6));
  if (value === null) return Math.log(1 - visible + 1e-12);
  const low = 5 * Math.floor(n / 5);
  const up = (n - low) / 5;
  const rounds = value === low ? 1 - up : value === low + 5 ? up : 0;
  // Outside the window a slope leads back, so that the chain can start anywhere.
  return rounds > 0 ? Math.log(visible * rounds + 1e-12) : -12 - 2 * Math.abs(value - n);
}

function best(tally: ReadonlyMap<number, number>): [number, number] {
  let total = 0;
  let top: [number, number] = [0, 0];
  for (const [size, times] of tally) {
    total += times;
    if (times > top[1]) top = [size, times];
  }
  return [top[0], total === 0 ? 0 : top[1] / total];
}

/** The likeliest value of a Poisson count and its chance. */
function bestPoisson(mean: number): [number, number] {
  const mode = Math.floor(mean);
  let chance = Math.exp(-mean);
  for (let n = 1; n <= mode; n += 1) chance *= mean / n;
  return [mode, chance];
}
