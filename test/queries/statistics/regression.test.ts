import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {drawQuasiPoisson} from '../../../queries/statistics/draw.ts';
import {
  harmonics,
  stepEffect,
  type SeriesPoint,
} from '../../../queries/statistics/interrupted-series.ts';
import {inverse} from '../../../queries/statistics/matrix.ts';
import {fitLine} from '../../../queries/statistics/ols.ts';
import {fitQuasiPoisson} from '../../../queries/statistics/quasi-poisson.ts';
import type {RandomSource} from '../../../queries/statistics/random.ts';
import {coverageOf} from './coverage-of.ts';

describe('a straight line', () => {
  it('is found again when points lie on it', () => {
    const number = fc.integer({min: -100, max: 100});
    fc.assert(
      fc.property(number, number, fc.uniqueArray(number, {minLength: 3}), (a, b, x) => {
        const found = fitLine(
          x,
          x.map((value) => a + b * value),
        );
        expect(found?.intercept).toBeCloseTo(a, 6);
        expect(found?.slope).toBeCloseTo(b, 8);
        expect(found?.r2).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is null of two points, or when x stands still', () => {
    expect(fitLine([1, 2], [3, 4])).toBeNull();
    expect(fitLine([2, 2, 2], [1, 2, 3])).toBeNull();
    expect(fitLine([], [])).toBeNull();
  });
});

describe('an inverse', () => {
  it('times its matrix is the identity, and a singular one has none', () => {
    expect(
      inverse([
        [0, 2],
        [4, 0],
      ]),
    ).toEqual([
      [0, 0.25],
      [0.5, 0],
    ]);
    expect(
      inverse([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
  });
});

describe('quasi-Poisson regression', () => {
  it('Dobson 1990, page 93 (R’s glm): coefficients, errors and dispersion', () => {
    const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
    const design = counts.map((_, i) => [
      1,
      i % 3 === 1 ? 1 : 0,
      i % 3 === 2 ? 1 : 0,
      Math.floor(i / 3) === 1 ? 1 : 0,
      Math.floor(i / 3) === 2 ? 1 : 0,
    ]);
    const fit = fitQuasiPoisson(design, counts);
    const wanted = [3.044522, -0.454255, -0.292987, 0, 0];
    for (const [i, value] of wanted.entries()) expect(fit?.coefficients[i]).toBeCloseTo(value, 6);
    expect(fit?.phi).toBeCloseTo(1.2933, 4);
    const errors = [0.1709, 0.2022, 0.1927, 0.2, 0.2];
    for (const [i, value] of errors.entries()) {
      const variance = (fit?.covariance[i]?.[i] ?? Number.NaN) / (fit?.phi ?? Number.NaN);
      expect(Math.sqrt(variance)).toBeCloseTo(value, 4);
    }
  });

  it('with only a level gives the rate, and its fitted counts add up', () => {
    const counts = fc.array(fc.integer({min: 0, max: 50}), {minLength: 2, maxLength: 20});
    fc.assert(
      fc.property(
        counts.filter((all) => all.some((one) => one > 0)),
        (all) => {
          const time = all.map((_, i) => 10 + i);
          const fit = fitQuasiPoisson(
            all.map(() => [1]),
            all,
            time.map(Math.log),
          );
          const total = all.reduce((a, b) => a + b, 0);
          const rate = total / time.reduce((a, b) => a + b, 0);
          expect(fit?.coefficients[0]).toBeCloseTo(Math.log(rate), 8);
          expect(fit?.fitted.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 6);
        },
      ),
    );
  });

  it('is null when columns say the same or there are too few rows', () => {
    expect(
      fitQuasiPoisson(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
    expect(fitQuasiPoisson([[1, 0]], [4])).toBeNull();
    expect(fitQuasiPoisson([], [])).toBeNull();
  });
});

describe('an interrupted series', () => {
  const series = (ratio: number, random: RandomSource | null): SeriesPoint[] =>
    [true, false].flatMap((behandeld) =>
      Array.from({length: 48}, (_, maand) => {
        const na = behandeld && maand >= 24;
        const season = 1 + 0.2 * Math.sin((2 * Math.PI * maand) / 12);
        const mean = 60 * season * 1.005 ** maand * (behandeld ? 1.3 : 1) * (na ? ratio : 1);
        const aantal = random === null ? mean : drawQuasiPoisson(mean, 2, random);
        return {maand, aantal, tijd: 1000, na, behandeld};
      }),
    );

  it('finds a step again beside season and trend', () => {
    expect(stepEffect(series(0.8, null), {harmonicOrder: 2})?.waarde).toBeCloseTo(0.8, 2);
  });

  it('holds the true step in 93 to 97% of worlds', () => {
    const covered = coverageOf(1000, 40, (random) => ({
      truth: 0.85,
      interval: stepEffect(series(0.85, random)),
    }));
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });

  /** Quarters of three series of unequal size; all fall when the first of them starts. */
  const quarters = (ratio: number, random: RandomSource | null): SeriesPoint[] =>
    ['a', 'b', 'c'].flatMap((reeks, unit) =>
      Array.from({length: 20}, (_, quarter) => {
        const behandeld = reeks !== 'c';
        const na = behandeld && quarter >= 10 + 2 * unit;
        const season = [1.2, 0.9, 0.8, 1.1][quarter % 4] ?? 1;
        const shock = quarter >= 10 ? 0.7 : 1;
        const mean = 80 * (1 + 2 * unit) * season * shock * (na ? ratio : 1);
        const aantal = random === null ? mean : drawQuasiPoisson(mean, 1.5, random);
        const gedeeld = [quarter >= 10 ? 1 : 0];
        return {maand: 3 * quarter, aantal, tijd: 1000, na, behandeld, reeks, gedeeld};
      }),
    );

  it('of quarters and unequal areas finds the step again beside what happened to all', () => {
    const found = stepEffect(quarters(0.8, null), {pointsPerYear: 4});
    expect(found?.waarde).toBeCloseTo(0.8, 6);
    // a season of quarters has three degrees of freedom, whatever the order that is asked for
    const more = stepEffect(quarters(0.8, null), {pointsPerYear: 4, harmonicOrder: 5});
    expect(more?.fit.df).toBe(found?.fit.df);
    expect(stepEffect(quarters(0.8, null), {pointsPerYear: 2})).not.toBeNull();
  });

  it('of quarters and unequal areas holds the true step in 93 to 97% of worlds', () => {
    const covered = coverageOf(400, 41, (random) => ({
      truth: 0.85,
      interval: stepEffect(quarters(0.85, random), {pointsPerYear: 4}),
    }));
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });

  it('is null when there is no after, too little time or no time at all', () => {
    expect(stepEffect(series(1, null).filter(({na}) => !na))).toBeNull();
    expect(stepEffect(series(1, null).slice(0, 5))).toBeNull();
    expect(stepEffect(series(1, null).map((point) => ({...point, tijd: 0})))).toBeNull();
    expect(stepEffect([])).toBeNull();
  });

  it('has waves that come back every year', () => {
    for (const [i, value] of harmonics(3).entries()) {
      expect(harmonics(15)[i]).toBeCloseTo(value, 12);
    }
    expect(harmonics(0, 2)).toEqual([0, 1, 0, 1]);
  });
});
