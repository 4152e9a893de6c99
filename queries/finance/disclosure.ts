import type {Status} from '../contract/figure.ts';
import {payersStatus, type Payers} from '../cube/protect-amount.ts';

/** Who is behind the exact amounts of a post in a period. */
export interface LedgerGroup extends Payers {
  regel: string;
  /** Which clients, of a group too small to be shown: someone may be in several posts. */
  leden?: readonly number[];
}

/**
 * Which posts of one law may show exact amounts in a period. A total minus the shown posts gives what
 * is hidden, so as long as too few clients are behind the hidden posts together, the smallest shown one
 * is hidden too. `hidden` are posts that are hidden for another reason; `parts` are parts of the period of
 * which the same total follows, so enough clients have to be behind the hidden posts in each of them.
 */
export function ledgerStatus(
  groups: readonly LedgerGroup[],
  hidden: ReadonlySet<string> = new Set(),
  parts: readonly (readonly LedgerGroup[])[] = [],
): Map<string, Status> {
  const posten = new Map(
    groups.map((group): [string, Status] => [
      group.regel,
      hidden.has(group.regel) ? 'te_klein' : payersStatus(group),
    ]),
  );
  const shown = groups
    .filter(({regel}) => posten.get(regel) === 'ok')
    .sort((a, b) => a.clienten - b.clienten || (a.regel < b.regel ? -1 : 1));
  for (const {regel} of shown) {
    const isHidden = (group: LedgerGroup): boolean => posten.get(group.regel) !== 'ok';
    const rests = [groups, ...parts].map((part) => part.filter(isHidden));
    const isEnough = (rest: readonly LedgerGroup[]): boolean =>
      rest.length === 0 || payersStatus(together(rest)) === 'ok';
    if (rests.every(isEnough)) break;
    posten.set(regel, 'te_klein');
  }
  return posten;
}

/**
 * Groups taken together, never larger or more even than they are: clients count once, where that is
 * not known at least as many as the largest group has; the largest of all has at most all largest ones.
 */
export function together(groups: readonly LedgerGroup[]): Payers {
  const known = new Set(groups.flatMap(({leden}) => leden ?? []));
  const sum = (of: (group: LedgerGroup) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  return {
    clienten: Math.max(known.size, ...groups.map(({clienten}) => clienten)),
    som: sum(({som}) => som),
    grootste: sum(({grootste}) => grootste),
    tweede: sum(({tweede}) => tweede),
  };
}
