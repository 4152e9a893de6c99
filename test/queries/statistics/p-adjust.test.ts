import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {adjustP, type Adjustment} from '../../../queries/statistics/p-adjust.ts';

const METHODS: Adjustment[] = [
  'bonferroni',
  'sidak',
  'holm',
  'holm-sidak',
  'hochberg',
  'hommel',
  'benjamini-hochberg',
  'benjamini-yekutieli',
];
const list = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 7});
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe.each(METHODS)('%s', (method) => {
  it('never makes a p smaller, keeps their order and stays at most 1', () => {
    fc.assert(
      fc.property(list, (p) => {
        const found = adjustP(p, method);
        for (const [i, value] of p.entries()) {
          expect(found[i]).toBeGreaterThanOrEqual(value - 1e-12);
          expect(found[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of p.entries()) {
            if (value < other) expect(found[i]).toBeLessThanOrEqual((found[j] ?? 0) + 1e-12);
          }
        }
      }),
    );
  });

  it('leaves a single p alone and nothing as nothing', () => {
    expect(adjustP([0.03], method)[0]).toBeCloseTo(0.03, 12);
    expect(adjustP([], method)).toEqual([]);
  });
});

describe('the methods', () => {
  it('rank as theory says: Bonferroni ≥ Holm ≥ Hochberg ≥ Hommel ≥ Benjamini-Hochberg', () => {
    const order: Adjustment[] = ['bonferroni', 'holm', 'hochberg', 'hommel', 'benjamini-hochberg'];
    fc.assert(
      fc.property(list, (p) => {
        const totals = order.map((method) => sum(adjustP(p, method)));
        for (const [i, total] of totals.slice(1).entries()) {
          expect(total).toBeLessThanOrEqual((totals[i] ?? 0) + 1e-9);
        }
      }),
    );
  });

  it('Hommel is the closed test of Simes over every set of hypotheses', () => {
    fc.assert(
      fc.property(list, (p) => {
        const closed = p.map(() => 0);
        for (let mask = 1; mask < 2 ** p.length; mask += 1) {
          const members = [...p.keys()].filter((i) => (mask >> i) & 1);
          const sorted = members.map((i) => p[i] ?? 1).sort((a, b) => a - b);
          const simes = Math.min(...sorted.map((value, k) => (sorted.length * value) / (k + 1)));
          for (const i of members) closed[i] = Math.max(closed[i] ?? 0, simes);
        }
        for (const [i, value] of adjustP(p, 'hommel').entries()) {
          expect(value).toBeCloseTo(closed[i] ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('Benjamini-Yekutieli as SciPy', () => {
    const found = adjustP([0.01, 0.02, 0.03, 0.5, 0.04], 'benjamini-yekutieli');
    expect(found[0]).toBeCloseTo(0.11416666666666667, 12);
    expect(found[3]).toBe(1);
  });
});
