import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  bornhuetterFerguson,
  capeCod,
  developedShares,
} from '../../../queries/statistics/bornhuetter-ferguson.ts';
import {conformalHalfWidth} from '../../../queries/statistics/conformal.ts';
import {chainLadder} from '../../../queries/statistics/chain-ladder.ts';
import {
  bias,
  coverage,
  intervalScore,
  meanAbsoluteError,
  meanAbsoluteShare,
  weightedIntervalScore,
} from '../../../queries/statistics/forecast-scores.ts';
import {GEN_INS, RAA} from './datasets/triangles.ts';

describe('Mack’s chain ladder', () => {
  it('GenIns: 18.680.856 with error 2.447.095, by origin as in Mack 1993', () => {
    const found = chainLadder(GEN_INS);
    expect(found?.reserve).toBeCloseTo(18680855.6, 0);
    expect(found?.standaardfout).toBeCloseTo(2447094.9, 0);
    expect(found?.herkomst.map(({standaardfout}) => Math.round(standaardfout))).toEqual([
      0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155,
    ]);
  });

  it('RAA: 52.135 with error 26.909', () => {
    const found = chainLadder(RAA);
    expect(found?.reserve).toBeCloseTo(52135, 0);
    expect(found?.standaardfout).toBeCloseTo(26909, 0);
  });

  it('of rows that all grow alike has no error and finds the rest', () => {
    const found = chainLadder([
      [100, 150, 180],
      [200, 300, null],
      [50, null, null],
    ]);
    expect(found?.herkomst.map(({eind}) => Math.round(eind))).toEqual([180, 360, 90]);
    expect(found?.standaardfout).toBeCloseTo(0, 9);
    expect(found?.reserve).toBeCloseTo(100, 9);
  });

  it('does not care about the unit of money', () => {
    const cents = RAA.map((row) => row.map((value) => (value === null ? null : 100 * value)));
    const [euros, found] = [chainLadder(RAA), chainLadder(cents)];
    expect(found?.reserve).toBeCloseTo(100 * (euros?.reserve ?? Number.NaN), 3);
    expect(found?.standaardfout).toBeCloseTo(100 * (euros?.standaardfout ?? Number.NaN), 3);
  });

  it('rests on the last origins only when a window is asked', () => {
    expect(chainLadder(RAA, {window: 3})?.ontwikkeling[0]?.volume).toBe(557 + 1351 + 3133);
    expect(chainLadder(RAA, {window: 99})).toEqual(chainLadder(RAA));
  });

  it('carries the last variance on along a log line when asked', () => {
    const [mack, line] = [chainLadder(GEN_INS), chainLadder(GEN_INS, {lastVariance: 'log-linear'})];
    expect(line?.reserve).toBe(mack?.reserve);
    const logs = line?.ontwikkeling.map(({sigma2}) => Math.log(sigma2)) ?? [];
    const before = logs.slice(0, -1);
    const mean = before.reduce((a, b) => a + b, 0) / before.length;
    const middle = (before.length - 1) / 2;
    const slope =
      before.reduce((total, log, i) => total + (i - middle) * (log - mean), 0) /
      before.reduce((total, _, i) => total + (i - middle) ** 2, 0);
    expect(logs.at(-1)).toBeCloseTo(mean + slope * (before.length - middle), 9);
    const short = [
      [100, 150, 180],
      [200, 310, null],
      [50, null, null],
    ];
    expect(chainLadder(short, {lastVariance: 'log-linear'})).toEqual(chainLadder(short));
  });

  it('takes a row that began at 0, and is null when a factor has nothing to rest on', () => {
    const zero = chainLadder([
      [0, 10, 12],
      [100, 120, null],
      [0, null, null],
    ]);
    expect(zero?.herkomst[2]).toMatchObject({eind: 0, standaardfout: 0});
    expect(chainLadder([[0, 10], [0]])).toBeNull();
    expect(chainLadder([[1], [2]])).toBeNull();
    expect(
      chainLadder([
        [1, 2],
        [null, null],
      ]),
    ).toBeNull();
    expect(chainLadder([])).toBeNull();
  });
});

describe('Bornhuetter-Ferguson', () => {
  it('is the a priori at the start and what is known at the end', () => {
    expect(bornhuetterFerguson(0, 0, 900)).toBe(900);
    expect(bornhuetterFerguson(750, 1, 900)).toBe(750);
    expect(bornhuetterFerguson(300, 0.4, 900)).toBeCloseTo(840, 9);
  });

  it('knows which share is in at each age', () => {
    expect(developedShares([{f: 2}, {f: 1.25}])).toEqual([0.4, 0.8, 1]);
    expect(developedShares([], 1.25)).toEqual([0.8]);
  });

  it('takes its a priori from all origins together (Cape Cod)', () => {
    const origins = [
      {known: 90, developed: 0.9, exposure: 100},
      {known: 30, developed: 0.3, exposure: 100},
    ];
    expect(capeCod(origins)).toBeCloseTo(1, 12);
    expect(capeCod([])).toBeNull();
  });
});

describe('forecast scores', () => {
  const forecast = fc
    .uniqueArray(fc.integer({min: -50, max: 50}), {minLength: 5, maxLength: 5})
    .map((values) => {
      const sorted = values.sort((a, b) => a - b);
      return [0.05, 0.25, 0.5, 0.75, 0.95].map((niveau, i) => ({
        niveau,
        waarde: sorted[i] ?? Number.NaN,
      }));
    });

  it('the weighted interval score is the sum of its parts and the formula of Bracher', () => {
    fc.assert(
      fc.property(forecast, fc.integer({min: -80, max: 80}), (quantiles, y) => {
        const found = weightedIntervalScore(y, quantiles);
        const total = (found?.spreiding ?? 0) + (found?.te_hoog ?? 0) + (found?.te_laag ?? 0);
        expect(found?.wis).toBeCloseTo(total, 9);
        const at = (i: number) => quantiles[i]?.waarde ?? Number.NaN;
        const half = intervalScore(y, {ondergrens: at(1), bovengrens: at(3)}, 0.5);
        const most = intervalScore(y, {ondergrens: at(0), bovengrens: at(4)}, 0.1);
        const bracher = (0.5 * Math.abs(y - at(2)) + 0.25 * half + 0.05 * most) / 2.5;
        expect(found?.wis).toBeCloseTo(bracher, 9);
      }),
    );
  });

  it('is null of no quantiles and 0 of a sure forecast that came true', () => {
    expect(weightedIntervalScore(3, [])).toBeNull();
    expect(weightedIntervalScore(3, [{niveau: 0.5, waarde: 3}])?.wis).toBe(0);
    expect(weightedIntervalScore(3, [{niveau: 0.9, waarde: 5}])?.te_hoog).toBeCloseTo(0.4, 12);
  });

  it('bias has a side, errors do not, and a share needs an outcome', () => {
    const pairs = [
      {voorspeld: 12, werkelijk: 10},
      {voorspeld: 6, werkelijk: 8},
      {voorspeld: 1, werkelijk: 0},
    ];
    expect(bias(pairs)).toBeCloseTo(1 / 3, 12);
    expect(meanAbsoluteError(pairs)).toBeCloseTo(5 / 3, 12);
    expect(meanAbsoluteShare(pairs)).toBeCloseTo((0.2 + 0.25) / 2, 12);
    expect(bias([])).toBeNull();
    expect(meanAbsoluteShare([{voorspeld: 1, werkelijk: 0}])).toBeNull();
    const around = [3, 9].map((ondergrens) => ({ondergrens, bovengrens: 10}));
    expect(coverage([3, 8], around)).toBe(0.5);
    expect(coverage([], [])).toBeNull();
  });
});

describe('the conformal half width', () => {
  it('is the ⌈(n + 1)·share⌉-th smallest residual, and unknown where there are too few', () => {
    const residuals = [-3, 1, -9, 7, 5, -2, 4, 8, -6];
    expect(conformalHalfWidth(residuals, 0.8)).toBe(8);
    expect(conformalHalfWidth(residuals, 0.5)).toBe(5);
    expect(conformalHalfWidth(residuals, 0.95)).toBeNull();
    expect(conformalHalfWidth([-2], 0.5)).toBe(2);
    expect(conformalHalfWidth([], 0.8)).toBeNull();
  });
});
