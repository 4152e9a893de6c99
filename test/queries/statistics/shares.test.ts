import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {clopperPearson, jeffreysShare} from '../../../queries/statistics/clopper-pearson.ts';
import {differenceInterval} from '../../../queries/statistics/difference.ts';
import {drawBinomial} from '../../../queries/statistics/draw.ts';
import {tango} from '../../../queries/statistics/paired-difference.ts';
import {miettinenNurminen} from '../../../queries/statistics/score-difference.ts';
import {agrestiCaffo, newcombe, shareTest} from '../../../queries/statistics/share-difference.ts';
import {wilsonInterval} from '../../../queries/statistics/wilson-interval.ts';
import {coverageOf} from './coverage-of.ts';

const outOf = fc
  .integer({min: 1, max: 300})
  .chain((n) => fc.record({x: fc.integer({min: 0, max: n}), n: fc.constant(n)}));

describe('the interval of a share', () => {
  it('Wilson: 65 of 100 give 55,25 to 73,64%', () => {
    const {ondergrens, bovengrens} = wilsonInterval(65, 100);
    expect(100 * ondergrens).toBeCloseTo(55.25, 2);
    expect(100 * bovengrens).toBeCloseTo(73.64, 2);
  });

  it.each([wilsonInterval, clopperPearson, jeffreysShare])(
    '%o holds the share, stays within 0 and 1 and mirrors its complement',
    (method) => {
      fc.assert(
        fc.property(outOf, ({x, n}) => {
          const {ondergrens, bovengrens} = method(x, n);
          expect(ondergrens).toBeGreaterThanOrEqual(0);
          expect(bovengrens).toBeLessThanOrEqual(1);
          expect(ondergrens).toBeLessThanOrEqual(x / n);
          expect(bovengrens).toBeGreaterThanOrEqual(x / n);
          const other = method(n - x, n);
          expect(other.ondergrens).toBeCloseTo(1 - bovengrens, 9);
          if (x === 0) expect(ondergrens).toBe(0);
          if (x === n) expect(bovengrens).toBe(1);
        }),
      );
    },
  );

  it('is everything when nobody was asked', () => {
    expect(wilsonInterval(0, 0)).toEqual({ondergrens: 0, bovengrens: 1});
    expect(clopperPearson(0, 0)).toEqual({ondergrens: 0, bovengrens: 1});
  });

  it('widens with the confidence asked', () => {
    const [low, high] = [wilsonInterval(30, 80, 0.9), wilsonInterval(30, 80, 0.99)];
    expect(high.ondergrens).toBeLessThan(low.ondergrens);
    expect(high.bovengrens).toBeGreaterThan(low.bovengrens);
  });

  it('Wilson holds the truth in 93 to 97% of worlds, Clopper-Pearson in at least 95%', () => {
    const world = (method: typeof wilsonInterval) =>
      coverageOf(4000, 11, (random) => {
        const truth = 0.05 + 0.9 * random();
        const n = 10 + Math.floor(190 * random());
        return {truth, interval: method(drawBinomial(n, truth, random), n)};
      });
    expect(world(wilsonInterval)).toBeGreaterThan(0.93);
    expect(world(wilsonInterval)).toBeLessThan(0.97);
    expect(world(clopperPearson)).toBeGreaterThan(0.95);
  });
});

describe('the difference of two shares', () => {
  const a = {x: 56, n: 70};
  const b = {x: 48, n: 80};

  it('56/70 against 48/80 as in Newcombe 1998, methods 10, 5 and 6', () => {
    const close = (found: {ondergrens: number; bovengrens: number} | null, wanted: number[]) => {
      expect([found?.ondergrens.toFixed(4), found?.bovengrens.toFixed(4)]).toEqual(
        wanted.map((one) => one.toFixed(4)),
      );
    };
    close(newcombe(a, b), [0.0524, 0.3339]);
    close(miettinenNurminen(a, b, 0.95, false), [0.0533, 0.3377]);
    close(miettinenNurminen(a, b), [0.0528, 0.3382]);
  });

  it.each([newcombe, agrestiCaffo, miettinenNurminen])(
    '%o holds the difference, stays within −1 and 1 and turns round',
    (method) => {
      fc.assert(
        fc.property(outOf, outOf, (one, two) => {
          const found = method(one, two);
          const turned = method(two, one);
          expect(found?.ondergrens).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(found?.bovengrens).toBeLessThanOrEqual(1 + 1e-12);
          expect(found?.ondergrens).toBeLessThanOrEqual(found?.bovengrens ?? Number.NaN);
          expect(turned?.ondergrens).toBeCloseTo(-(found?.bovengrens ?? Number.NaN), 7);
        }),
      );
    },
  );

  it('is null when one side is empty', () => {
    const empty = {x: 0, n: 0};
    expect(newcombe(empty, b)).toBeNull();
    expect(agrestiCaffo(a, empty)).toBeNull();
    expect(miettinenNurminen(empty, empty)).toBeNull();
    expect(shareTest(a, empty)).toBeNull();
    expect(shareTest({x: 0, n: 5}, {x: 0, n: 9})).toBe(1);
  });

  it('covers in 93 to 97% of worlds', () => {
    for (const method of [newcombe, agrestiCaffo, miettinenNurminen]) {
      const covered = coverageOf(2000, 5, (random) => {
        const [pa, pb] = [0.1 + 0.8 * random(), 0.1 + 0.8 * random()];
        const draw = (p: number) => ({x: drawBinomial(60, p, random), n: 60});
        return {truth: pa - pb, interval: method(draw(pa), draw(pb))};
      });
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.97);
    }
  });

  it('MOVER of two exact estimates is exact', () => {
    const exact = (waarde: number) => ({waarde, ondergrens: waarde, bovengrens: waarde});
    expect(differenceInterval(exact(3), exact(1))).toEqual(exact(2));
  });
});

describe('the net change of pairs (Tango 1998)', () => {
  it('1 up and 7 down of 21 give −0,517 to −0,026 (Fagerland, Lydersen & Laake 2014)', () => {
    const found = tango({beter: 1, slechter: 7, n: 21});
    expect(found?.ondergrens).toBeCloseTo(-0.517, 3);
    expect(found?.bovengrens).toBeCloseTo(-0.026, 3);
  });

  const pairs = fc
    .tuple(fc.nat(80), fc.nat(80), fc.nat(80))
    .filter(([up, down, same]) => up + down + same > 0)
    .map(([beter, slechter, same]) => ({beter, slechter, n: beter + slechter + same}));

  it('holds the change, stays within −1 and 1 and turns round', () => {
    fc.assert(
      fc.property(pairs, ({beter, slechter, n}) => {
        const found = tango({beter, slechter, n});
        const turned = tango({beter: slechter, slechter: beter, n});
        expect(found?.ondergrens).toBeGreaterThanOrEqual(-1);
        expect(found?.bovengrens).toBeLessThanOrEqual(1);
        expect(found?.ondergrens).toBeLessThanOrEqual(found?.waarde ?? Number.NaN);
        expect(found?.bovengrens).toBeGreaterThanOrEqual(found?.waarde ?? Number.NaN);
        expect(turned?.ondergrens).toBeCloseTo(-(found?.bovengrens ?? Number.NaN), 9);
      }),
    );
  });

  it('is null without pairs and covers in 93 to 97% of worlds', () => {
    expect(tango({beter: 0, slechter: 0, n: 0})).toBeNull();
    const covered = coverageOf(3000, 8, (random) => {
      const [up, down, n] = [0.1 + 0.3 * random(), 0.1 + 0.3 * random(), 80];
      const beter = drawBinomial(n, up, random);
      const slechter = drawBinomial(n - beter, down / (1 - up), random);
      return {truth: up - down, interval: tango({beter, slechter, n})};
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});
