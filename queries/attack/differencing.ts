import type {RandomSource} from '../statistics/random.ts';
import type {Protection} from './protection.ts';
import {CONFIDENT} from './reconstruction.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import {sizeOf, type TableCell, type Table} from './table.ts';

/** Two releases, and the one person of whom all is known but the secret. */
export interface Differencing {
  table: Table;
  counts: Float64Array;
  prior: Float64Array;
  protection: Protection;
  depth: number;
  /** Index of the axis that he wants to know (the type of help). */
  secretAxis: number;
  /** People who came or left between the two releases. */
  mutations: number;
  /** A wijk with fewer mutations of its own shows its total only. */
  wijkMutations: number;
  trials: number;
  random: RandomSource;
}

const MOST_RIGHT = 0.05;

/**
 * A6: release differencing. Someone knows a newcomer (or leaver) with all features but one, and
 * compares two releases; he weighs every answer by how well it explains each changed figure.
 */
export function differencing(setting: Differencing): AttackResult {
  return judgeTrials(tryReleases(setting));
}

/** How often he was sure, and right. */
export interface Trials {
  trials: number;
  confident: number;
  right: number;
}

/** Tries it on one table. */
export function tryReleases(setting: Differencing): Trials {
  const {trials} = setting;
  let right = 0;
  let confident = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const outcome = oneTrial(setting, trial % 2 === 0 ? 1 : -1);
    if (outcome.chance < CONFIDENT || outcome.before >= CONFIDENT) continue;
    confident += 1;
    if (outcome.isRight) right += 1;
  }
  return {trials, confident, right};
}

/** Judges the tries on one table, or on all tables of a release together. */
export function judgeTrials({trials, confident, right}: Trials): AttackResult {
  const sample = {right, of: trials, limit: MOST_RIGHT};
  return {
    id: 'A6',
    // Without the number of mutations: it may follow from a true count, and everyone reads this.
    poging: 'Twee publicaties vergelijken, met één bekende persoon',
    geslaagd: isWithin(sample),
    sample,
    gemeten: {pogingen: trials, zeker: confident, zeker_en_goed: rate(right, trials)},
    grens: 'hooguit 5% zeker en goed (op toeval na)',
  };
}

interface Guess {
  chance: number;
  before: number;
  isRight: boolean;
}

function oneTrial(setting: Differencing, direction: 1 | -1): Guess {
  const {counts, prior, random} = setting;
  const weights = direction === 1 ? prior : counts;
  const victim = pick(weights, random);
  const rivals = rivalsOf(setting, victim);
  const cells = setting.table.cells.filter(
    ({crossed, leaves}) =>
      crossed <= setting.depth && rivals.some((rival) => leaves.includes(rival)),
  );
  const {after, perArea} = mutated(setting);
  after[victim] = Math.max(0, (after[victim] ?? 0) + direction);
  const held = (cell: TableCell): boolean => isHeld(setting, cell, perArea);
  const total = counts.reduce((sum, one) => sum + one, 0);
  const scores = rivals.map((rival) => Math.log((weights[rival] ?? 0) + 1e-9));
  const before = normalised(scores);
  for (const cell of cells) {
    if (held(cell)) continue;
    const first = shownCount(setting, cell, counts);
    const second = shownCount(setting, cell, after);
    if (first === null || second === null) continue;
    const lambda = (setting.mutations * Math.max(1, sizeOf(counts, cell))) / total / 2;
    const step = Math.round((second - first) / 5);
    const without = Math.log(stepChance(step, lambda, 0));
    const within = Math.log(stepChance(step, lambda, direction));
    for (const [index, rival] of rivals.entries()) {
      scores[index] = (scores[index] ?? 0) + (cell.leaves.includes(rival) ? within : without);
    }
  }
  const posterior = normalised(scores);
  const chance = Math.max(...posterior);
  const guess = rivals[posterior.indexOf(chance)];
  return {chance, before: Math.max(...before), isRight: guess === victim};
}

/** The leaves that differ from his in the secret only. */
function rivalsOf({table, secretAxis}: Differencing, victim: number): number[] {
  const stride = table.axes.slice(secretAxis + 1).reduce((product, {size}) => product * size, 1);
  const size = table.axes[secretAxis]?.size ?? 1;
  const own = Math.floor(victim / stride) % size;
  return Array.from({length: size}, (_, index) => victim + (index - own) * stride);
}

/** Whether this is a split cell of one wijk in which too little changed. */
function isHeld({table, wijkMutations}: Differencing, cell: TableCell, perArea: number[]): boolean {
  const area = table.axes[0]?.nodes[cell.nodes[0] ?? 0]?.leaves ?? [];
  const [only] = area;
  if (cell.crossed === 0 || only === undefined || area.length > 1) return false;
  return (perArea[only] ?? 0) < wijkMutations;
}

function mutated({table, counts, prior, mutations, random}: Differencing): {
  after: Float64Array;
  perArea: number[];
} {
  const after = Float64Array.from(counts);
  const areas = table.axes[0]?.size ?? 1;
  const perArea = new Array<number>(areas).fill(0);
  const coming = Math.round(mutations / 2);
  for (let one = 0; one < mutations; one += 1) {
    const isComing = one < coming;
    const leaf = pick(isComing ? prior : after, random);
    change(after, leaf, isComing ? 1 : -1);
    const area = Math.floor((leaf * areas) / table.size);
    perArea[area] = (perArea[area] ?? 0) + 1;
  }
  return {after, perArea};
}

function change(counts: Float64Array, leaf: number, by: number): void {
  counts[leaf] = Math.max(0, (counts[leaf] ?? 0) + by);
}

function shownCount(
  {protection}: Differencing,
  cell: TableCell,
  counts: Float64Array,
): number | null {
  const clienten = sizeOf(counts, cell);
  const group = {clienten, huishoudens: clienten, inwoners: null};
  return protection(cell.label, group, String(clienten));
}

/** Chance that the rounded count moves by `step` fives, when a Skellam background and he move it. */
function stepChance(step: number, lambda: number, shift: number): number {
  const reach = Math.ceil(6 * Math.sqrt(2 * lambda) + 4);
  let chance = 1e-6;
  for (let change = -reach; change <= reach; change += 1) {
    const moved = change + shift;
    const low = Math.floor(moved / 5);
    const part = (moved - 5 * low) / 5;
    const fits = step === low ? 1 - part : step === low + 1 ? part : 0;
    if (fits > 0) chance += fits * skellam(change, lambda);
  }
  return chance;
}

const REMEMBERED = new Map<string, number>();

/** P(X − Y = k) of two Poisson counts with the same mean. */
function skellam(k: number, lambda: number): number {
  const key = `${String(Math.abs(k))} ${lambda.toFixed(4)}`;
  const known = REMEMBERED.get(key);
  if (known !== undefined) return known;
  let sum = 0;
  const most = Math.ceil(lambda + 10 * Math.sqrt(lambda) + 10);
  let term = Math.exp(-lambda);
  const poisson = [term];
  for (let n = 1; n <= most + Math.abs(k); n += 1) {
    term *= lambda / n;
    poisson.push(term);
  }
  for (let n = 0; n <= most; n += 1) sum += (poisson[n] ?? 0) * (poisson[n + Math.abs(k)] ?? 0);
  REMEMBERED.set(key, sum);
  return sum;
}

function normalised(scores: readonly number[]): number[] {
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** A leaf drawn by its weight. */
export function pick(weights: Float64Array, random: RandomSource): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [leaf, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return leaf;
  }
  return weights.length - 1;
}
