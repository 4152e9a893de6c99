import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {betaQuantile} from '../../../queries/statistics/beta.ts';
import {binomialCdf, binomialPmf, binomialTest} from '../../../queries/statistics/binomial.ts';
import {
  chiSquareQuantile,
  chiSquareTail,
  gammaP,
  gammaQ,
  gammaQuantile,
} from '../../../queries/statistics/gamma.ts';
import {normalCdf, normalQuantile, twoSidedP, zOf} from '../../../queries/statistics/normal.ts';
import {incompleteBeta, studentCdf, studentQuantile} from '../../../queries/statistics/student.ts';

/** Values of SciPy 1.17 (Boost and Cephes), to 16 digits. */
const REFERENCE: readonly (readonly [string, number, number])[] = [
  ['normal 1e-10', normalQuantile(1e-10), -6.361340902404056],
  ['normal 0.001', normalQuantile(0.001), -3.090232306167813],
  ['normal 0.3', normalQuantile(0.3), -0.5244005127080409],
  ['normal 0.999', normalQuantile(0.999), 3.090232306167813],
  ['normal tail at −8', normalCdf(-8), 6.22096057427174e-16],
  ['normal cdf at 1.2', normalCdf(1.2), 0.8849303297782918],
  ['t 0.975 of 1', studentQuantile(0.975, 1), 12.706204736174694],
  ['t 0.975 of 3.7', studentQuantile(0.975, 3.7), 2.8675207071911895],
  ['t 0.01 of 7', studentQuantile(0.01, 7), -2.9979515668685286],
  ['t 0.9995 of 200', studentQuantile(0.9995, 200), 3.3398354062757107],
  ['gamma 0.025 of ½', gammaQuantile(0.025, 0.5), 0.0004910345585876278],
  ['gamma 0.975 of 66', gammaQuantile(0.975, 66), 82.84783581587158],
  ['gamma 0.001 of 0.1', gammaQuantile(0.001, 0.1), 6.073048362407869e-31],
  ['gamma 0.999 of 1000', gammaQuantile(0.999, 1000), 1100.5780982933145],
  ['gamma 0.5 of 20000', gammaQuantile(0.5, 20000), 19999.66666765434],
  ['χ² 0.95 of 1', chiSquareQuantile(0.95, 1), 3.841458820694124],
  ['χ² 0.01 of 3', chiSquareQuantile(0.01, 3), 0.11483180189911707],
  ['χ² tail', chiSquareTail(40, 3), 1.065509033425585e-8],
  ['beta 0.025 of 1, 10', betaQuantile(0.025, 1, 10), 0.0025285785444617848],
  ['beta 0.975 of 11, 90', betaQuantile(0.975, 11, 90), 0.17622259774002266],
  ['beta 0.975 of 4000, 6001', betaQuantile(0.975, 4000, 6001), 0.40957944007364133],
  ['beta 0.001 of 0.1, 3', betaQuantile(0.001, 0.1, 3), 2.3669013519449123e-31],
  ['binomial cdf', binomialCdf(7, 20, 0.3), 0.7722717974181608],
  ['binomial test', binomialTest(3, 15, 0.4), 0.185549310558208],
];

describe('a distribution', () => {
  it.each(REFERENCE)('agrees with the reference to 10 digits: %s', (_, found, wanted) => {
    expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-10);
  });

  const share = fc.double({min: 1e-6, max: 1 - 1e-6, noNaN: true});
  const shape = fc.double({min: 1, max: 500, noNaN: true});

  it('has quantiles that are the inverse of it', () => {
    fc.assert(
      fc.property(share, shape, shape, (p, a, b) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(gammaP(a, gammaQuantile(p, a))).toBeCloseTo(p, 9);
        expect(studentCdf(studentQuantile(p, a), a)).toBeCloseTo(p, 9);
        expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
      }),
      {numRuns: 60},
    );
  });

  it('has two tails that make 1', () => {
    fc.assert(
      fc.property(shape, fc.double({min: 0, max: 800, noNaN: true}), (a, x) => {
        expect(gammaP(a, x) + gammaQ(a, x)).toBeCloseTo(1, 12);
        const z = x / 100;
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 12);
        expect(twoSidedP(z)).toBeCloseTo(2 * normalCdf(-z), 12);
        expect(studentCdf(z, a) + studentCdf(-z, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('rises from side to side at the edges of its range', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(zOf(0.95)).toBe(1.959963984540054);
    expect(zOf(0.998)).toBeCloseTo(3.0902323, 7);
  });

  it('of counts adds up: binomial chances make 1 and their sums the cdf', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 60}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (n, p) => {
          let total = 0;
          for (let x = 0; x <= n; x += 1) {
            total += binomialPmf(x, n, p);
            expect(binomialCdf(x, n, p)).toBeCloseTo(total, 9);
          }
          expect(total).toBeCloseTo(1, 9);
          expect(binomialPmf(n + 1, n, p)).toBe(0);
        },
      ),
    );
    expect(binomialTest(0, 0, 0.5)).toBe(1);
  });
});
