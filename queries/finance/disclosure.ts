import type {Status} from '../contract/figure.ts';

/** Who is behind the exact amounts of a post in a period. */
export interface LedgerGroup {
  regel: string;
  clienten: number;
  /** Cents of all, of the largest client and of the two largest. */
  som: number;
  grootste: number;
  tweede: number;
}

/** From so many clients on an exact amount of the ledger is published (privacy.md). */
const MIN_CLIENTS = 50;

/**
 * Which posts of one law may show exact amounts in a period. A total minus the shown posts gives what
 * is hidden, so as long as fewer than 50 clients are behind the hidden posts together, the smallest
 * shown one is hidden too. `totaal` is the law itself: hidden when nothing may be told of it.
 */
export function ledgerStatus(groups: readonly LedgerGroup[]): {
  totaal: Status;
  posten: ReadonlyMap<string, Status>;
} {
  const posten = new Map(groups.map((group) => [group.regel, ownStatus(group)]));
  const shown = groups
    .filter(({regel}) => posten.get(regel) === 'ok')
    .sort((a, b) => a.clienten - b.clienten || (a.regel < b.regel ? -1 : 1));
  for (const {regel} of shown) {
    const hidden = groups.filter((group) => posten.get(group.regel) !== 'ok');
    if (hidden.length === 0 || ownStatus(together(hidden)) === 'ok') break;
    posten.set(regel, 'te_klein');
  }
  return {totaal: groups.length === 0 ? 'ok' : ownStatus(together(groups)), posten};
}

function ownStatus({clienten, som, grootste, tweede}: LedgerGroup): Status {
  if (clienten < MIN_CLIENTS) return 'te_klein';
  return grootste > 0.5 * som || grootste + tweede > 0.75 * som ? 'dominantie' : 'ok';
}

/** One client may be in several posts; the largest of all is at least as large as his own sum here. */
function together(groups: readonly LedgerGroup[]): LedgerGroup {
  const largest = groups.flatMap(({grootste, tweede}) => [grootste, tweede]).sort((a, b) => b - a);
  return {
    regel: '',
    clienten: groups.reduce((sum, {clienten}) => sum + clienten, 0),
    som: groups.reduce((sum, {som}) => sum + som, 0),
    grootste: largest[0] ?? 0,
    tweede: largest[1] ?? 0,
  };
}
