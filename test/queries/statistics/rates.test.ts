import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {drawPoisson} from '../../../queries/statistics/draw.ts';
import {
  byar,
  exactPoisson,
  jeffreysPoisson,
  poissonInterval,
  scorePoisson,
} from '../../../queries/statistics/poisson-interval.ts';
import {exactRateRatio, waldRateRatio} from '../../../queries/statistics/rate-ratio.ts';
import {coverageOf} from './coverage-of.ts';

const METHODS = [exactPoisson, byar, scorePoisson, jeffreysPoisson];

describe('the interval of a count', () => {
  it('Byar: 65 events give 50,16 to 82,85 (PHE)', () => {
    const {ondergrens, bovengrens} = byar(65);
    expect(ondergrens).toBeCloseTo(50.16, 2);
    expect(bovengrens).toBeCloseTo(82.85, 2);
  });

  it('exact: 10 events give 4,795 to 18,390 (Garwood 1936)', () => {
    const {ondergrens, bovengrens} = exactPoisson(10);
    expect(ondergrens).toBeCloseTo(4.7954, 4);
    expect(bovengrens).toBeCloseTo(18.3904, 4);
  });

  it.each(METHODS)('%o holds its count and grows with it, from 0 on', (method) => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 5000}), (count) => {
        const found = method(count);
        const next = method(count + 1);
        expect(found.ondergrens).toBeLessThanOrEqual(count);
        expect(found.bovengrens).toBeGreaterThan(count);
        expect(next.ondergrens).toBeGreaterThan(found.ondergrens);
        expect(next.bovengrens).toBeGreaterThan(found.bovengrens);
        if (count === 0) expect(found.ondergrens).toBe(0);
      }),
    );
  });

  it('is exact below 10 and Byar from 10', () => {
    expect(poissonInterval(9)).toEqual({...exactPoisson(9), methode: 'poisson exact'});
    expect(poissonInterval(10)).toEqual({...byar(10), methode: 'byar'});
  });

  it('covers in 93 to 97% of worlds, the exact one in at least 95%', () => {
    const covered = (method: typeof exactPoisson) =>
      coverageOf(3000, 21, (random) => {
        const truth = 5 + 95 * random();
        return {truth, interval: method(drawPoisson(truth, random))};
      });
    expect(covered(exactPoisson)).toBeGreaterThan(0.95);
    for (const method of [byar, scorePoisson, jeffreysPoisson]) {
      expect(covered(method)).toBeGreaterThan(0.93);
      expect(covered(method)).toBeLessThan(0.97);
    }
  });
});

describe('a rate ratio', () => {
  const rate = fc.record({
    aantal: fc.integer({min: 1, max: 200}),
    tijd: fc.double({min: 1, max: 1e5, noNaN: true}),
  });

  it('turns round when the sides change, exact wider than Wald only in promise', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        for (const method of [waldRateRatio, exactRateRatio]) {
          const [found, turned] = [method(a, b), method(b, a)];
          const upper = found?.bovengrens ?? Number.NaN;
          expect((turned?.ondergrens ?? Number.NaN) * upper).toBeCloseTo(1, 6);
          expect(found?.ondergrens).toBeLessThan(found?.waarde ?? Number.NaN);
          expect(upper).toBeGreaterThan(found?.waarde ?? Number.NaN);
        }
      }),
      {numRuns: 50},
    );
  });

  it('has no bound above when the other side saw nothing, and none at all when nobody did', () => {
    const [some, none] = [
      {aantal: 5, tijd: 100},
      {aantal: 0, tijd: 80},
    ];
    expect(waldRateRatio(some, none)).toBeNull();
    expect(exactRateRatio(some, none)).toMatchObject({waarde: null, bovengrens: null});
    expect(exactRateRatio(none, some)).toMatchObject({waarde: 0, ondergrens: 0});
    expect(exactRateRatio(none, none)).toBeNull();
    expect(exactRateRatio(some, {aantal: 1, tijd: 0})).toBeNull();
    expect(waldRateRatio(some, {aantal: 1, tijd: 0})).toBeNull();
  });

  it('is against ratio0: no proof against the ratio that was found', () => {
    const [a, b] = [
      {aantal: 40, tijd: 200},
      {aantal: 20, tijd: 200},
    ];
    expect(waldRateRatio(a, b, {ratio0: 2})).toMatchObject({z: 0, p: 1});
    expect(exactRateRatio(a, b, {ratio0: 2})?.p_minlike).toBeCloseTo(1, 9);
    expect(exactRateRatio(a, b, {ratio0: 2})?.p_central).toBe(1);
  });

  it('covers in 93 to 97% of worlds, the exact one in at least 95%', () => {
    const covered = (method: typeof waldRateRatio) =>
      coverageOf(2000, 4, (random) => {
        const truth = 0.5 + 1.5 * random();
        const a = {aantal: drawPoisson(40 * truth, random), tijd: 40};
        const b = {aantal: drawPoisson(60, random), tijd: 60};
        return {truth, interval: method(a, b)};
      });
    expect(covered(waldRateRatio)).toBeGreaterThan(0.93);
    expect(covered(waldRateRatio)).toBeLessThan(0.97);
    const exact = coverageOf(800, 4, (random) => {
      const a = {aantal: drawPoisson(20, random), tijd: 40};
      const b = {aantal: drawPoisson(30, random), tijd: 60};
      const found = exactRateRatio(a, b);
      const bovengrens = found?.bovengrens ?? Infinity;
      return {
        truth: 1,
        interval: found === null ? null : {ondergrens: found.ondergrens, bovengrens},
      };
    });
    expect(exact).toBeGreaterThan(0.945);
  });
});
