import type {AttackResult} from './result.ts';

/** One result per attack: numbers of groups are added, shares and smallest counts take the worst. */
export function merged(results: readonly AttackResult[]): AttackResult[] {
  const byId = new Map<string, AttackResult>();
  for (const result of results) {
    const known = byId.get(result.id);
    byId.set(result.id, known === undefined ? result : together(known, result));
  }
  return [...byId.values()];
}

function together(a: AttackResult, b: AttackResult): AttackResult {
  const names = new Set([...Object.keys(a.gemeten), ...Object.keys(b.gemeten)]);
  const gemeten = Object.fromEntries(
    [...names].map((name) => [name, combine(name, a.gemeten[name] ?? 0, b.gemeten[name] ?? 0)]),
  );
  return {...a, geslaagd: a.geslaagd && b.geslaagd, gemeten};
}

const SHARES = /goed$|procent$|toeval$|oplossing$|voordeel$|winst$/;

function combine(name: string, a: number, b: number): number {
  if (name.startsWith('minste')) return Math.min(a, b);
  if (name.startsWith('meeste') || (SHARES.test(name) && a <= 1 && b <= 1)) return Math.max(a, b);
  return a + b;
}
