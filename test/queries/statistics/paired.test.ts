import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {midRanks} from '../../../queries/statistics/ranks.ts';
import {signTest} from '../../../queries/statistics/sign-test.ts';
import {exactSignedRank, signedRank} from '../../../queries/statistics/signed-rank.ts';

const changes = fc.array(fc.integer({min: -4, max: 4}), {minLength: 1, maxLength: 40});
const MIXED = [1, 2, 0, -3, 4, 4, -1, 5, 0, 2];

describe('ranks', () => {
  it('share the mean of their places and add up to n (n + 1) / 2', () => {
    expect(midRanks([3, 1, 3, 2])).toEqual({ranks: [3.5, 1, 3.5, 2], ties: [1, 1, 2]});
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 9})), (values) => {
        const {ranks, ties} = midRanks(values);
        const n = values.length;
        expect(ranks.reduce((a, b) => a + b, 0)).toBe((n * (n + 1)) / 2);
        expect(ties.reduce((a, b) => a + b, 0)).toBe(n);
      }),
    );
  });
});

describe('the signed-rank test', () => {
  it('Hamilton depression of Hollander & Wolfe: V = 40, p = 0,0391', () => {
    const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const fall = first.map((value, i) => value - (second[i] ?? Number.NaN));
    expect(signedRank(fall)?.w_plus).toBe(40);
    expect(exactSignedRank(fall)).toBeCloseTo(0.0390625, 12);
  });

  it('treats zeros as SciPy does: split, Pratt, and one-sided with correction', () => {
    expect(signedRank(MIXED, {zeros: 'split'})?.p).toBeCloseTo(0.1131878016295904, 12);
    const greater = signedRank(MIXED, {zeros: 'split', alternative: 'greater', correction: true});
    expect(greater).toMatchObject({w_plus: 43});
    expect(greater?.p).toBeCloseTo(0.06264674985285273, 12);
    const less = signedRank(MIXED, {zeros: 'pratt', alternative: 'less', correction: true});
    expect(less).toMatchObject({w_plus: 41.5});
    expect(less?.p).toBeCloseTo(0.949996007655995, 12);
  });

  it('turns round when start and end change places', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom('drop', 'pratt', 'split'), (values, zeros) => {
        const found = signedRank(values, {zeros});
        const turned = signedRank(
          values.map((value) => 0 - value),
          {zeros},
        );
        expect(turned?.z ?? 0).toBeCloseTo(0 - (found?.z ?? 0), 9);
        expect(turned?.w_min).toEqual(found?.w_plus);
        if (found !== null) {
          expect(found.p).toBeGreaterThanOrEqual(0);
          expect(found.p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('exact, equals counting every choice of signs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -3, max: 3}), {minLength: 1, maxLength: 9}),
        fc.constantFrom('drop' as const, 'pratt' as const),
        (values, zeros) => {
          const kept = zeros === 'drop' ? values.filter((value) => value !== 0) : values;
          const {ranks} = midRanks(kept.map(Math.abs));
          const moved = ranks.filter((_, i) => kept[i] !== 0);
          const observed = ranks
            .filter((_, i) => (kept[i] ?? 0) > 0)
            .reduce((total, rank) => total + rank, 0);
          const worlds = 2 ** moved.length;
          let [below, above] = [0, 0];
          for (let mask = 0; mask < worlds; mask += 1) {
            const total = moved.reduce((sum, rank, i) => sum + ((mask >> i) & 1 ? rank : 0), 0);
            if (total <= observed) below += 1;
            if (total >= observed) above += 1;
          }
          const wanted = Math.min(1, (2 * Math.min(below, above)) / worlds);
          if (moved.length === 0) expect(exactSignedRank(values, zeros)).toBeNull();
          else expect(exactSignedRank(values, zeros)).toBeCloseTo(wanted, 12);
        },
      ),
    );
  });

  it('is null when nothing changed, and says little about one pair', () => {
    expect(signedRank([])).toBeNull();
    expect(signedRank([0, 0, 0])).toBeNull();
    expect(exactSignedRank([0, 0])).toBeNull();
    expect(exactSignedRank([2])).toBe(1);
    expect(signedRank([2])?.p).toBeGreaterThan(0.3);
  });
});

describe('the sign test', () => {
  it('five up and none down: p = 2/32; the same both ways; 1 when none moved', () => {
    expect(signTest(5, 0)).toBeCloseTo(0.0625, 12);
    expect(signTest(3, 9)).toBeCloseTo(signTest(9, 3), 12);
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(4, 4)).toBe(1);
  });
});
