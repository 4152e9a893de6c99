import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {drawNormal, drawPoisson, drawQuasiPoisson} from '../../../queries/statistics/draw.ts';
import {attributeLimits} from '../../../queries/statistics/laney.ts';
import {randomSource} from '../../../queries/statistics/random.ts';
import {partOfRun, shiftEnding, trendEnding} from '../../../queries/statistics/spc-rules.ts';
import {assurance, firstSignal, signals} from '../../../queries/statistics/spc-signals.ts';
import {tChartLimits} from '../../../queries/statistics/t-chart.ts';
import {limitsAround, xmrLimits} from '../../../queries/statistics/xmr.ts';

const LIMITS = limitsAround(0, 3);
const chart = (values: number[]) => values.map((waarde) => ({waarde, ...LIMITS}));

describe('XmR', () => {
  it('moves and stretches with its values', () => {
    const numbers = fc.array(fc.integer({min: -50, max: 50}), {minLength: 2, maxLength: 30});
    fc.assert(
      fc.property(numbers, fc.integer({min: -9, max: 9}), (values, by) => {
        const found = xmrLimits(values);
        const moved = xmrLimits(values.map((value) => 2 * value + by));
        expect(moved?.gemiddelde).toBeCloseTo(2 * (found?.gemiddelde ?? Number.NaN) + by, 9);
        expect(moved?.bovengrens).toBeCloseTo(2 * (found?.bovengrens ?? Number.NaN) + by, 9);
        expect(found?.ondergrens).toBeLessThanOrEqual(found?.gemiddelde ?? Number.NaN);
      }),
    );
  });

  it('has no width when nothing varies, and no limits of one value', () => {
    expect(xmrLimits([4, 4, 4])).toEqual(limitsAround(4, 0));
    expect(xmrLimits([4])).toBeNull();
    expect(xmrLimits([])).toBeNull();
  });

  it('leaves about 3 in 1000 stable points outside', () => {
    const random = randomSource(6);
    const values = Array.from({length: 20000}, () => drawNormal(random));
    const limits = xmrLimits(values, {screen: false});
    const outside = values.filter(
      (value) => value > (limits?.bovengrens ?? 0) || value < (limits?.ondergrens ?? 0),
    );
    expect(outside.length / values.length).toBeGreaterThan(0.001);
    expect(outside.length / values.length).toBeLessThan(0.005);
  });
});

describe('the rules', () => {
  it('look at 7 in a row by default, or at another length', () => {
    expect(shiftEnding([1, 1, 1, 1, 1, 1, 1, 0])).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    expect(shiftEnding([1, 1, 1], 3)).toEqual([0, 0, 1]);
    expect(shiftEnding([0, 0, 0], 3)).toEqual([0, 0, 0]);
    expect(trendEnding([1, 2, 3], 3)).toEqual([0, 0, 1]);
    expect(trendEnding([1, 2, 2, 3, 4, 5, 6])).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(partOfRun([0, 0, -1], 3)).toEqual([1, 1, 1]);
  });

  it('turn round with the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -3, max: 3}), {maxLength: 25}), (values) => {
        const turned = values.map((value) => 0 - value);
        expect(trendEnding(turned)).toEqual(trendEnding(values).map((flag) => 0 - flag));
        expect(shiftEnding(turned.map(Math.sign))).toEqual(shiftEnding(values.map(Math.sign)));
        expect(signals(chart(turned))).toEqual(signals(chart(values)));
      }),
    );
  });

  it('name one rule per point, the weightiest first', () => {
    expect(signals(chart([1, 1, 1, 1, 1, 1, 5]))).toEqual([
      ...Array<string>(6).fill('shift'),
      'outside',
    ]);
    expect(signals(chart([-3, -2, -1, 0, 1, 2, 3]))).toEqual(Array<string>(7).fill('trend'));
    expect(signals(chart([0, 2.5, 1, 2.5, 0]))).toEqual([
      null,
      'two_in_three',
      null,
      'two_in_three',
      null,
    ]);
    expect(firstSignal(() => false)).toBeNull();
    expect(signals([])).toEqual([]);
  });

  it('see a point on the limit as inside', () => {
    expect(signals(chart([3]))).toEqual([null]);
    expect(signals(chart([3.001]))).toEqual(['outside']);
  });

  it('see nothing near a limit that was cut at 0', () => {
    const points = Array.from({length: 12}, (_, i) => ({aantal: i % 4 === 0 ? 5 : 1, noemer: 100}));
    const cut = attributeLimits('u', points, points, false);
    const limits = cut?.grenzen[0] ?? limitsAround(0, 0);
    expect(limits.ondergrens).toBe(0);
    expect(signals([1, 1, 1].map((one) => ({...limits, waarde: one / 100})))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('mirror assurance when higher is better', () => {
    const limits = {ondergrens: 3, bovengrens: 7};
    expect(assurance(limits, 8, 'increase')).toBe('consistent_fail');
    expect(assurance(limits, 2, 'increase')).toBe('consistent_pass');
    expect(assurance(limits, 7, 'increase')).toBe('inconsistent');
    expect(assurance(limits, 8, 'decrease')).toBe('consistent_pass');
  });
});

describe('u′ and p′', () => {
  it('by hand: plain u of 10, 20, 15 on 100 each', () => {
    const points = [10, 20, 15].map((aantal) => ({aantal, noemer: 100}));
    const plain = attributeLimits('u', points, points, false);
    expect(plain?.gemiddelde).toBeCloseTo(0.15, 12);
    expect(plain?.grenzen[0]?.bovengrens).toBeCloseTo(0.15 + 3 * Math.sqrt(0.15 / 100), 12);
    const z = [10, 20, 15].map((aantal) => (aantal - 15) / Math.sqrt(15));
    const [a, b, c] = [z[0] ?? 0, z[1] ?? 0, z[2] ?? 0];
    const wide = attributeLimits('u', points);
    expect(wide?.sigma_z).toBeCloseTo((Math.abs(b - a) + Math.abs(c - b)) / 2 / 1.128, 12);
    expect(wide?.phi).toBeCloseTo((a * a + b * b + c * c) / 3, 12);
  });

  it('widen only when the points scatter more than chance', () => {
    const random = randomSource(2);
    const series = (phi: number) =>
      Array.from({length: 60}, () => ({
        aantal: phi === 1 ? drawPoisson(80, random) : drawQuasiPoisson(80, phi, random),
        noemer: 1000,
      }));
    const [calm, wild] = [series(1), series(6)];
    expect(attributeLimits('u', calm, calm, 'auto')?.sigma_z).toBe(1);
    expect(attributeLimits('u', calm)?.sigma_z).toBeCloseTo(1, 0);
    expect(attributeLimits('u', wild, wild, 'auto')?.sigma_z).toBeGreaterThan(1.8);
  });

  it('stay within their range, and skip a point without noemer', () => {
    const base = [
      {aantal: 0, noemer: 4},
      {aantal: 4, noemer: 4},
      {aantal: 0, noemer: 0},
    ];
    const found = attributeLimits('p', base, base, false);
    expect(found?.grenzen[0]).toMatchObject({gemiddelde: 0.5, ondergrens: 0, bovengrens: 1});
    expect(found?.grenzen[2]).toBeNull();
    expect(attributeLimits('p', [{aantal: 1, noemer: 2}])).toBeNull();
    const none = [1, 2].map(() => ({aantal: 0, noemer: 10}));
    expect(attributeLimits('u', none)).toMatchObject({gemiddelde: 0, phi: 1});
    expect(attributeLimits('u', none)?.grenzen[0]?.bovengrens).toBe(0);
  });
});

describe('the t-chart', () => {
  it('leaves few exponential gaps outside and never goes below 0', () => {
    const random = randomSource(4);
    const gaps = Array.from({length: 4000}, () => -30 * Math.log(1 - random()));
    const limits = tChartLimits(gaps);
    const high = limits?.bovengrens ?? 0;
    expect(limits?.ondergrens).toBeGreaterThanOrEqual(0);
    expect(gaps.filter((gap) => gap > high).length / gaps.length).toBeLessThan(0.006);
    expect(tChartLimits([12])).toBeNull();
  });
});
