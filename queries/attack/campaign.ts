import {randomSource} from '../statistics/random.ts';
import {averaging} from './averaging.ts';
import {averagingMeans, averagingMedians} from './averaging-measures.ts';
import {exactWindow} from './bounds.ts';
import {MIN_MUTATIONS, MIN_WIJK_MUTATIONS} from '../cube/protect.ts';
import {survivalCurves} from './curves.ts';
import {differencing} from './differencing.ts';
import {ledgerAttack, withoutComplement} from './ledger-world.ts';
import {linearBounds, spread} from './linear-bounds.ts';
import {dominance, meanTimesCount} from './means.ts';
import {moneyReleases} from './money-noise.ts';
import {overlaps} from './overlaps.ts';
import {
  membershipRounding,
  ownProtection,
  publishTable,
  thresholdOnly,
  type Protection,
} from './protection.ts';
import {quantiles} from './quantiles.ts';
import {claimsOf, reconstruct, reconstructionAttack, ROUNDING_VARIANCE} from './reconstruction.ts';
import type {AttackResult} from './result.ts';
import {integerSampling} from './sampler.ts';
import {subtraction} from './subtraction.ts';
import {targetsOf} from './table.ts';
import {saltLeak, thresholdFlips} from './thresholds.ts';
import {victimPairs} from './victims.ts';
import {makeWorld, WIJKEN, type World} from './world.ts';

/** How much of every attack is run; the full campaign takes about two minutes of one core a seed. */
export interface Effort {
  wijken: number;
  /** One in so many targets is claimed on. */
  everyTarget: number;
  linearTargets: number;
  trials: number;
  pairs: number;
  periods: number;
  sweeps: number;
}

/** All of it, as `npm run attack` does. */
export const FULL: Effort = {
  wijken: WIJKEN,
  everyTarget: 4,
  linearTargets: 24,
  trials: 300,
  pairs: 200,
  periods: 60,
  sweeps: 3000,
};

const DEPTH = 2;
const CONTROL_DEPTH = 3;
const REDRAWS = 60;
const EXACT_VARIANCE = 1e-3;
const SECRET_AXIS = 1;

/** Every attack on one generated gemeente that the product publishes. */
export async function attackWorld(
  seed: number,
  effort: Effort = FULL,
  onResult: (result: AttackResult) => void = () => undefined,
): Promise<AttackResult[]> {
  const world = makeWorld(seed, effort.wijken);
  const results: AttackResult[] = [];
  const add = (result: AttackResult): void => {
    results.push(result);
    onResult(result);
  };
  const {table, counts, noise} = world;
  const published = publishTable(table, counts, ownProtection(noise), DEPTH);
  const small = targetsOf(table, counts);
  const targets = small.filter((_, index) => index % effort.everyTarget === 0);
  add(subtraction(table.axes, published, counts));
  const few = spread(small, effort.linearTargets);
  add(await linearBounds(table, published, counts, {targets: few}));
  add(reconstructionAttack({...world, published}, targets));
  add(averaging(world, effort.periods, effort.everyTarget));
  add(averagingMeans(world, effort.periods));
  add(averagingMedians(world, effort.periods));
  add(released(world, effort.trials));
  add(meanTimesCount(world));
  add(dominance(world));
  add(quantiles(world));
  add(survivalCurves(world));
  add(thresholdFlips(noise, table.cells));
  add(victimPairs(world, effort.pairs));
  add(await overlaps(world, effort.linearTargets));
  add(saltLeak(noise, table.cells));
  add(ledgerAttack(seed));
  add(moneyReleases(seed));
  add(integerSampling(world, {published, targets, sweeps: effort.sweeps}));
  return results;
}

/** The negative controls: publications that have to be broken, or the suite measures nothing. */
export async function attackControls(seed: number, effort: Effort = FULL): Promise<AttackResult[]> {
  const world = makeWorld(seed, effort.wijken);
  const {table, counts, noise} = world;
  const exact = publishTable(table, counts, thresholdOnly, CONTROL_DEPTH);
  const few = spread(targetsOf(table, counts), effort.linearTargets);
  const linear = await linearBounds(table, exact, counts, {targets: few, window: exactWindow});
  const bepaald = (linear.gemeten['bepaald'] ?? 0) + (linear.gemeten['leeg_bewezen'] ?? 0);
  const threshold = claims(world, thresholdOnly, EXACT_VARIANCE, effort);
  const ledger = ledgerAttack(seed, withoutComplement).gemeten['afgeleid'] ?? 0;
  const rounding = membershipRounding(noise, REDRAWS);
  const membership = claims(world, rounding, ROUNDING_VARIANCE / REDRAWS, effort);
  return [
    {
      id: 'controle drempel',
      poging: 'Echte aantallen vanaf tien, tot drie kenmerken gekruist',
      geslaagd: threshold >= (150 * effort.wijken) / WIJKEN && bepaald >= (3 * few.length) / 24,
      gemeten: {zeker_en_goed: threshold, groepen_lp: few.length, bepaald},
      grens: 'moet breken: minstens 150 zekere uitspraken en 3 van 24 bepaald',
    },
    {
      id: 'controle herafronding',
      poging: 'Afronding die bij andere leden opnieuw wordt getrokken, 60 keer gemiddeld',
      geslaagd: membership >= (50 * effort.wijken) / WIJKEN,
      gemeten: {zeker_en_goed: membership},
      grens: 'moet breken: minstens 50 zekere uitspraken',
    },
    {
      id: 'controle grootboek',
      poging: 'Exacte bedragen vanaf 50 cliënten, zonder te letten op wat eruit volgt',
      geslaagd: ledger >= 20,
      gemeten: {afgeleid: ledger},
      grens: 'moet breken: minstens 20 bedragen van minder dan 50 cliënten afgeleid',
    },
  ];
}

/** Confident and right on groups of one to nine people, of all targets. */
function claims(
  {table, counts, prior}: World,
  protection: Protection,
  variance: number,
  {everyTarget}: Effort,
): number {
  const targets = targetsOf(table, counts).filter((_, index) => index % everyTarget === 0);
  const published = publishTable(table, counts, protection, CONTROL_DEPTH);
  const found = claimsOf(reconstruct(prior, published, variance), targets, counts);
  return found.rightOfSome * everyTarget;
}

function released(world: World, trials: number): AttackResult {
  return differencing({
    ...world,
    protection: ownProtection(world.noise),
    depth: DEPTH,
    secretAxis: SECRET_AXIS,
    mutations: MIN_MUTATIONS,
    wijkMutations: MIN_WIJK_MUTATIONS,
    trials,
    random: randomSource(world.seed + 6000),
  });
}
