import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {payersStatus} from '../../../queries/cube/protect-amount.ts';
import {ledgerStatus, type LedgerGroup} from '../../../queries/finance/disclosure.ts';

const range = (from: number, count: number): number[] =>
  Array.from({length: count}, (_, index) => from + index);
const group = (regel: string, clienten: number, more: Partial<LedgerGroup> = {}): LedgerGroup => ({
  regel,
  clienten,
  som: 1000 * clienten,
  grootste: 1500,
  tweede: 1200,
  ...more,
});

const shown = (groups: readonly LedgerGroup[]): string[] =>
  [...ledgerStatus(groups)].filter(([, status]) => status === 'ok').map(([regel]) => regel);

describe('exact amounts of the ledger', () => {
  it('show from 50 clients on', () => {
    expect(shown([group('a', 50), group('b', 300)])).toEqual(['a', 'b']);
    expect(payersStatus(group('a', 49))).toBe('te_klein');
    expect(payersStatus(group('a', 50))).toBe('ok');
  });

  it('hide a second post when the total would give one away', () => {
    expect(shown([group('a', 10), group('b', 80), group('c', 300)])).toEqual(['c']);
    const apart = [
      group('a', 30, {leden: range(1, 30)}),
      group('b', 30, {leden: range(101, 30)}),
      group('c', 300),
    ];
    expect(shown(apart)).toEqual(['c']);
  });

  it('count a client in two posts once', () => {
    const same = [
      group('a', 30, {leden: range(1, 30)}),
      group('b', 30, {leden: range(11, 30)}),
      group('c', 300),
      group('d', 400),
    ];
    expect(shown(same)).toEqual(['d']);
    // Where it is not known who they are, the larger one counts.
    expect(shown([group('a', 30), group('b', 30), group('c', 300), group('d', 400)])).toEqual([
      'd',
    ]);
  });

  it('hide a post in which one client, or two, have most of the money', () => {
    const most = group('a', 60, {som: 60_000, grootste: 31_000});
    const two = group('b', 60, {som: 60_000, grootste: 25_000, tweede: 21_000});
    const found = ledgerStatus([most, two, group('c', 500), group('d', 600)]);
    expect(found.get('a')).toBe('dominantie');
    expect(found.get('b')).toBe('dominantie');
    expect(found.get('d')).toBe('ok');
  });

  it('hide what is hidden for another reason with enough beside it', () => {
    const groups = [group('a', 60), group('b', 70), group('c', 300)];
    expect([...ledgerStatus(groups, new Set(['a']))]).toEqual([
      ['a', 'te_klein'],
      ['b', 'ok'],
      ['c', 'ok'],
    ]);
  });

  it('never leave fewer than 50 clients behind what a total minus the rest gives', () => {
    const groups = fc
      .array(fc.tuple(fc.nat(100), fc.integer({min: 0, max: 200})), {minLength: 1, maxLength: 9})
      .map((sizes) =>
        sizes.map(([from, size], index) => group(String(index), size, {leden: range(from, size)})),
      );
    fc.assert(
      fc.property(groups, (all) => {
        const posten = ledgerStatus(all);
        const hidden = all.filter(({regel}) => posten.get(regel) !== 'ok');
        const behind = new Set(hidden.flatMap(({leden}) => leden ?? [])).size;
        const everyone = hidden.length === all.length;
        if (hidden.length > 0 && !everyone) expect(behind).toBeGreaterThanOrEqual(50);
        for (const one of all)
          if (posten.get(one.regel) === 'ok') expect(one.clienten).toBeGreaterThan(49);
      }),
    );
  });
});
