import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bootstrapInterval, resample} from '../../../queries/statistics/bootstrap.ts';
import {
  drawBinomial,
  drawGamma,
  drawNormal,
  drawPoisson,
  drawQuasiPoisson,
} from '../../../queries/statistics/draw.ts';
import {randomSource, type RandomSource} from '../../../queries/statistics/random.ts';
import {
  assignments,
  meanDifference,
  orders,
  randomisationTest,
} from '../../../queries/statistics/randomisation.ts';
import {coverageOf} from './coverage-of.ts';

const N = 20000;
const moments = (draw: (random: RandomSource) => number) => {
  const random = randomSource(1);
  const values = Array.from({length: N}, () => draw(random));
  const mean = values.reduce((a, b) => a + b, 0) / N;
  return {mean, variance: values.reduce((a, b) => a + (b - mean) ** 2, 0) / N};
};

describe('a random source', () => {
  it('repeats itself from its seed, differs between seeds and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [a, b] = [randomSource(seed), randomSource(seed)];
        const run = Array.from({length: 20}, a);
        expect(Array.from({length: 20}, b)).toEqual(run);
        expect(Array.from({length: 20}, randomSource(seed + 1))).not.toEqual(run);
        for (const value of run) expect(value >= 0 && value < 1).toBe(true);
      }),
    );
  });

  it.each([
    ['uniform', (random: RandomSource) => random(), 0.5, 1 / 12],
    ['normal', drawNormal, 0, 1],
    ['gamma of 0,4', (random: RandomSource) => drawGamma(0.4, random), 0.4, 0.4],
    ['gamma of 9', (random: RandomSource) => drawGamma(9, random), 9, 9],
    ['Poisson of 3', (random: RandomSource) => drawPoisson(3, random), 3, 3],
    ['Poisson of 400', (random: RandomSource) => drawPoisson(400, random), 400, 400],
    ['binomial', (random: RandomSource) => drawBinomial(20, 0.3, random), 6, 4.2],
    ['quasi-Poisson', (random: RandomSource) => drawQuasiPoisson(50, 3, random), 50, 150],
  ] as const)('draws %s with its mean and variance', (_, draw, mean, variance) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.1);
  });

  it('draws nothing when nothing is expected', () => {
    const random = randomSource(3);
    expect(drawPoisson(0, random)).toBe(0);
    expect(drawQuasiPoisson(0, 4, random)).toBe(0);
  });
});

describe('the bootstrap', () => {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  it('gives the same interval from the same seed, and none when worlds fail', () => {
    const world = (random: RandomSource) => mean(resample([1, 4, 6, 9], random));
    expect(bootstrapInterval(world, {seed: 5})).toEqual(bootstrapInterval(world, {seed: 5}));
    expect(bootstrapInterval(() => null, {seed: 5})).toBeNull();
    expect(bootstrapInterval(() => 3, {seed: 5})).toEqual({ondergrens: 3, bovengrens: 3});
  });

  it('holds the mean of 60 draws in 92 to 97% of worlds', () => {
    const covered = coverageOf(500, 2, (random) => {
      const values = Array.from({length: 60}, () => drawNormal(random));
      const interval = bootstrapInterval((inner) => mean(resample(values, inner)), {
        seed: Math.floor(1e9 * random()),
        replicates: 400,
      });
      return {truth: 0, interval};
    });
    expect(covered).toBeGreaterThan(0.92);
    expect(covered).toBeLessThan(0.97);
  });
});

describe('randomisation', () => {
  it('lists every assignment and every order once', () => {
    expect([...assignments(7, 2)]).toHaveLength(21);
    expect(new Set([...assignments(7, 2)].map(String)).size).toBe(21);
    expect([...assignments(3, 4)]).toEqual([]);
    expect([...assignments(0, 0)]).toEqual([[]]);
    const all = [...orders(['a', 'b', 'c', 'd'])];
    expect(all[0]).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(all.map((one) => one.join(''))).size).toBe(24);
  });

  it('counts the observed world itself, so p is never 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 9}), {minLength: 3, maxLength: 7}), (y) => {
        const treated = y.map((_, i) => i < 2);
        const statistics = [...assignments(y.length, 2)].map(
          (one) => meanDifference(y, one) ?? Number.NaN,
        );
        const found = randomisationTest(meanDifference(y, treated) ?? Number.NaN, statistics);
        expect(found?.p_hoger).toBeGreaterThan(0);
        expect(found?.p_lager).toBeGreaterThan(0);
        expect(found?.p_tweezijdig).toBeLessThanOrEqual(1);
        expect((found?.hoger ?? 0) + (found?.lager ?? 0)).toBeGreaterThan(statistics.length - 1);
      }),
    );
  });

  it('is null without assignments, and a difference needs both sides', () => {
    expect(randomisationTest(1, [])).toBeNull();
    expect(meanDifference([1, 2], [true, true])).toBeNull();
  });
});
