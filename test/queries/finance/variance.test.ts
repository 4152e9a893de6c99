import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {divideCents} from '../../../queries/finance/divide.ts';
import {splitVariance, type CareCost} from '../../../queries/finance/variance.ts';

const cents = fc.integer({min: 0, max: 2_000_000_000});
const measure = fc.record({
  clienten: fc.double({min: 0.5, max: 5000, noNaN: true}),
  prijs: fc.double({min: 1, max: 30_000, noNaN: true}),
});
/** A ledger: budgets and expectations of kinds of care; of some no clients are known. */
const ledger = fc.array(
  fc
    .record({begroot: cents, verwacht: cents, vorig: measure, nu: measure, lasten: cents})
    .map(({begroot, verwacht, vorig, nu, lasten}): CareCost => ({
      begroot_cent: begroot,
      verwacht_cent: verwacht,
      vorig: {...vorig, intensiteit: lasten / (vorig.clienten * vorig.prijs)},
      nu: {...nu, intensiteit: verwacht / (nu.clienten * nu.prijs)},
    })),
  {minLength: 1, maxLength: 12},
);

describe('why the outcome differs from the begroting', () => {
  it('adds up to the cent, over any ledger', () => {
    const numRuns = Number(process.env['WIJKMONITOR_GROOTBOEKEN'] ?? 5) * 40;
    fc.assert(
      fc.property(ledger, (costs) => {
        const found = splitVariance(costs);
        const parts = [
          found.volume_cent,
          found.mix_cent,
          found.intensiteit_cent,
          found.prijs_cent,
          found.overig_cent,
        ];
        const difference = costs.reduce(
          (sum, {begroot_cent, verwacht_cent}) => sum + verwacht_cent - begroot_cent,
          0,
        );
        for (const part of parts) expect(Number.isInteger(part)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(difference);
      }),
      {numRuns},
    );
  });

  const care = (change: Partial<CareCost['nu']>, begroot_cent = 100_000): CareCost => {
    const vorig = {clienten: 10, intensiteit: 20, prijs: 500};
    const nu = {...vorig, ...change};
    const verwacht_cent = nu.clienten * nu.intensiteit * nu.prijs;
    return {begroot_cent, verwacht_cent, vorig, nu};
  };
  const none = {volume_cent: 0, mix_cent: 0, intensiteit_cent: 0, prijs_cent: 0, overig_cent: 0};

  it('names one cause when one thing changed', () => {
    expect(splitVariance([care({})])).toEqual(none);
    expect(splitVariance([care({clienten: 11})])).toEqual({...none, volume_cent: 10_000});
    expect(splitVariance([care({intensiteit: 21})])).toEqual({...none, intensiteit_cent: 5_000});
    expect(splitVariance([care({prijs: 510})])).toEqual({...none, prijs_cent: 2_000});
  });

  it('calls it mix when as many clients get dearer care', () => {
    const dear = {clienten: 10, intensiteit: 20, prijs: 1500};
    const [cheap, costly] = [
      {
        begroot_cent: 100_000,
        verwacht_cent: 90_000,
        vorig: care({}).vorig,
        nu: care({clienten: 9}).nu,
      },
      {begroot_cent: 300_000, verwacht_cent: 330_000, vorig: dear, nu: {...dear, clienten: 11}},
    ];
    expect(splitVariance([cheap, costly])).toEqual({...none, mix_cent: 20_000});
  });

  it('says nothing of clients where none are known', () => {
    const unknown = {clienten: 0, intensiteit: 0, prijs: 0};
    expect(
      splitVariance([{begroot_cent: 500, verwacht_cent: 700, vorig: unknown, nu: unknown}]),
    ).toEqual({...none, overig_cent: 200});
  });
});

describe('a divided amount', () => {
  it('adds up to the cent, and gives nobody more than a cent too much', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.option(fc.integer({min: 0, max: 1_000_000})), {minLength: 1, maxLength: 20}),
        (total, weights) => {
          const parts = divideCents(total, weights);
          const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
          if (sum === 0) {
            expect(parts.every((part) => part === null)).toBe(true);
            return;
          }
          expect(parts.reduce<number>((all, part) => all + (part ?? 0), 0)).toBe(total);
          for (const [index, weight] of weights.entries()) {
            if (weight === null) expect(parts[index]).toBeNull();
            else
              expect(Math.abs((parts[index] ?? NaN) - (total * weight) / sum)).toBeLessThan(1.001);
          }
        },
      ),
    );
  });
});
