import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {drawNormal, drawPoisson} from '../../../queries/statistics/draw.ts';
import {ratioFunnel, shareFunnel} from '../../../queries/statistics/funnel.ts';
import {overdispersedFunnel, overdispersion} from '../../../queries/statistics/overdispersion.ts';
import {quantile} from '../../../queries/statistics/quantile.ts';
import {randomSource} from '../../../queries/statistics/random.ts';

describe('a funnel', () => {
  it('narrows with what is expected, around its target', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 2000}), (expected) => {
        const [found, next] = [ratioFunnel(expected), ratioFunnel(expected + 10)];
        expect(found?.ondergrens).toBeLessThan(1);
        expect(found?.bovengrens).toBeGreaterThan(1);
        expect(next?.bovengrens).toBeLessThan(found?.bovengrens ?? 0);
        expect(next?.ondergrens).toBeGreaterThan(found?.ondergrens ?? 1);
        const shares = shareFunnel(expected, 0.3);
        expect(shares?.ondergrens).toBeLessThan(0.3);
        expect(shares?.bovengrens).toBeGreaterThan(0.3);
        expect(shareFunnel(expected, 0.7)?.ondergrens).toBeCloseTo(
          1 - (shares?.bovengrens ?? Number.NaN),
          9,
        );
      }),
    );
  });

  it('is null of nothing and whole at the edges', () => {
    expect(ratioFunnel(0)).toBeNull();
    expect(shareFunnel(0, 0.5)).toBeNull();
    expect(overdispersedFunnel(0, 0.1)).toBeNull();
    expect(shareFunnel(10, 0)?.ondergrens).toBe(0);
    expect(shareFunnel(10, 1)?.bovengrens).toBe(1);
  });
});

describe('over-dispersion', () => {
  const units = (spread: number, seed: number) => {
    const random = randomSource(seed);
    return Array.from({length: 300}, () => {
      const noemer = 50 + 200 * random();
      return {teller: drawPoisson(noemer * Math.exp(spread * drawNormal(random)), random), noemer};
    });
  };

  it('is near nothing by chance alone and near the truth when units differ', () => {
    const calm = overdispersion(units(0, 3), {trim: 0});
    expect(calm?.phi).toBeCloseTo(1, 0);
    expect(calm?.tau2).toBeLessThan(0.003);
    const wild = overdispersion(units(0.3, 3), {trim: 0});
    expect(wild?.tau2).toBeGreaterThan(0.06);
    expect(wild?.tau2).toBeLessThan(0.12);
    expect(overdispersion(units(0.3, 5), {scale: 'cqc', trim: 0})?.phi).toBeGreaterThan(3);
  });

  it('drawn in or cut off, outliers count less', () => {
    const all = units(0.3, 8);
    const [plain, drawn, cut] = [
      overdispersion(all, {trim: 0}),
      overdispersion(all),
      overdispersion(all, {truncate: true}),
    ];
    expect(drawn?.phi).toBeLessThan(plain?.phi ?? 0);
    expect(cut?.phi).toBeLessThan(drawn?.phi ?? 0);
    expect(cut?.z_geteld.length).toBeLessThan(all.length * 0.85);
    expect(overdispersion(all, {trim: 0, truncate: true})?.phi).toBe(plain?.phi);
  });

  it('widens a funnel on every scale, by nothing when it is nothing', () => {
    for (const scale of ['shmi', 'cqc', 'share'] as const) {
      const target = scale === 'share' ? 0.3 : 1;
      const narrow = overdispersedFunnel(80, 0, {scale, target});
      const wide = overdispersedFunnel(80, 0.02, {scale, target});
      expect(narrow?.ondergrens).toBeLessThan(target);
      expect(wide?.ondergrens).toBeLessThan(narrow?.ondergrens ?? 0);
      expect(wide?.bovengrens).toBeGreaterThan(narrow?.bovengrens ?? 9);
    }
  });

  it('leaves a unit without events out on the log scale, and is null of none', () => {
    const some = [
      {teller: 0, noemer: 10},
      {teller: 12, noemer: 10},
      {teller: 5, noemer: 0},
    ];
    expect(overdispersion(some)?.z).toEqual([null, expect.any(Number), null]);
    expect(overdispersion(some)?.tau2).toBe(0);
    expect(overdispersion([])).toBeNull();
  });
});

describe('a sample quantile', () => {
  it('is R’s type 7', () => {
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});
