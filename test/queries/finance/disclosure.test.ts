import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ledgerStatus, type LedgerGroup} from '../../../queries/finance/disclosure.ts';

const group = (regel: string, clienten: number, more: Partial<LedgerGroup> = {}): LedgerGroup => ({
  regel,
  clienten,
  som: 1000 * clienten,
  grootste: 1500,
  tweede: 1200,
  ...more,
});

const shown = (groups: readonly LedgerGroup[]): string[] =>
  [...ledgerStatus(groups).posten].filter(([, status]) => status === 'ok').map(([regel]) => regel);

describe('exact amounts of the ledger', () => {
  it('show from 50 clients on', () => {
    expect(shown([group('a', 50), group('b', 300)])).toEqual(['a', 'b']);
    expect(ledgerStatus([group('a', 49)])).toMatchObject({totaal: 'te_klein'});
  });

  it('hide a second post when the total would give one away', () => {
    expect(shown([group('a', 10), group('b', 80), group('c', 300)])).toEqual(['c']);
    expect(shown([group('a', 30), group('b', 30), group('c', 300)])).toEqual(['c']);
  });

  it('hide a post in which one client, or two, have most of the money', () => {
    const most = group('a', 60, {som: 60_000, grootste: 31_000});
    const two = group('b', 60, {som: 60_000, grootste: 25_000, tweede: 21_000});
    const found = ledgerStatus([most, two, group('c', 500), group('d', 600)]);
    expect(found.posten.get('a')).toBe('dominantie');
    expect(found.posten.get('b')).toBe('dominantie');
    expect(found.totaal).toBe('ok');
  });

  it('never leave fewer than 50 clients behind what a total minus the rest gives', () => {
    const groups = fc
      .array(fc.integer({min: 1, max: 200}), {minLength: 1, maxLength: 9})
      .map((sizes) => sizes.map((size, index) => group(String(index), size)));
    fc.assert(
      fc.property(groups, (all) => {
        const {totaal, posten} = ledgerStatus(all);
        const hidden = all.filter(({regel}) => posten.get(regel) !== 'ok');
        const behind = hidden.reduce((sum, {clienten}) => sum + clienten, 0);
        if (totaal === 'ok' && hidden.length > 0) expect(behind).toBeGreaterThanOrEqual(50);
        for (const one of all)
          if (posten.get(one.regel) === 'ok') expect(one.clienten).toBeGreaterThan(49);
      }),
    );
  });
});
