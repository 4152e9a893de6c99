import {clopperPearson} from '../statistics/clopper-pearson.ts';
import {rate, type AttackResult, type Sample} from './result.ts';

/**
 * One result per attack: numbers of groups are added, shares and smallest counts take the worst. A
 * share that was counted in samples has to be within its limit over all of them, without allowance; of
 * `ENOUGH` tries also the one-sided 95% upper bound of the true share.
 */
export function merged(results: readonly AttackResult[]): AttackResult[] {
  const byId = new Map<string, AttackResult[]>();
  for (const result of results) byId.set(result.id, [...(byId.get(result.id) ?? []), result]);
  return [...byId.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [judged(others.reduce(together, first))];
  });
}

function judged(result: AttackResult): AttackResult {
  const {sample, gemeten} = result;
  if (sample === undefined) return result;
  const {right, of, limit} = sample;
  const {bovengrens} = clopperPearson(right, of, TWO_SIDED);
  return {
    ...result,
    geslaagd: result.geslaagd && (of < ENOUGH ? right <= limit * of : bovengrens <= limit),
    gemeten: {
      ...gemeten,
      alles_samen: rate(right, of),
      bovengrens_95_procent: Math.ceil(1000 * bovengrens) / 1000,
    },
  };
}

/** With fewer tries the upper bound says more of chance than of the protection. */
const ENOUGH = 500;
/** A two-sided interval of 90% has an upper end that is passed in one of twenty cases. */
const TWO_SIDED = 0.9;

function together(a: AttackResult, b: AttackResult): AttackResult {
  const names = new Set([...Object.keys(a.gemeten), ...Object.keys(b.gemeten)]);
  const gemeten = Object.fromEntries(
    [...names].map((name) => [name, combine(name, a.gemeten[name] ?? 0, b.gemeten[name] ?? 0)]),
  );
  const sample = pooled(a.sample, b.sample);
  const geslaagd = a.geslaagd && b.geslaagd;
  return {...a, geslaagd, gemeten, ...(sample && {sample})};
}

function pooled(a: Sample | undefined, b: Sample | undefined): Sample | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {right: a.right + b.right, of: a.of + b.of, limit: a.limit};
}

const SHARES = /goed$|procent$|toeval$|oplossing$|voordeel$|winst$/;

function combine(name: string, a: number, b: number): number {
  if (name.startsWith('minste')) return Math.min(a, b);
  if (name.startsWith('meeste') || (SHARES.test(name) && a <= 1 && b <= 1)) return Math.max(a, b);
  return a + b;
}
