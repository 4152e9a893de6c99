import {rate, type AttackResult, type Sample} from './result.ts';

/**
 * One result per attack: numbers of groups are added, shares and smallest counts take the worst. A
 * share that was counted in samples has to be within its limit over all of them, without allowance.
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
  return {
    ...result,
    geslaagd: result.geslaagd && right <= limit * of,
    gemeten: {...gemeten, alles_samen: rate(right, of)},
  };
}

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
