import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {directRate, dobsonRate} from '../../../queries/statistics/direct-standardisation.ts';
import {drawPoisson} from '../../../queries/statistics/draw.ts';
import {
  expectedEvents,
  standardisedRatio,
} from '../../../queries/statistics/indirect-standardisation.ts';
import {byar, exactPoisson} from '../../../queries/statistics/poisson-interval.ts';
import {coverageOf} from './coverage-of.ts';

const stratum = fc.record({
  aantal: fc.integer({min: 0, max: 200}),
  tijd: fc.integer({min: 1, max: 5000}),
  standaard: fc.integer({min: 1, max: 1000}),
});

describe('a directly standardised rate', () => {
  it('by hand: 10 of 1000 and 40 of 1000 on a standard of three to one is 17,5 per 1000', () => {
    const found = directRate([
      {aantal: 10, tijd: 1000, standaard: 75},
      {aantal: 40, tijd: 1000, standaard: 25},
    ]);
    expect(found?.waarde).toBeCloseTo(0.0175, 12);
    expect(found?.ondergrens).toBeLessThan(0.0175);
    expect(found?.bovengrens).toBeGreaterThan(0.0175);
  });

  it('of one stratum has the exact Poisson interval (Fay & Feuer)', () => {
    fc.assert(
      fc.property(stratum, (one) => {
        const exact = exactPoisson(one.aantal);
        const found = directRate([one]);
        expect(found?.waarde).toBeCloseTo(one.aantal / one.tijd, 12);
        expect(found?.ondergrens).toBeCloseTo(exact.ondergrens / one.tijd, 9);
        expect(found?.bovengrens).toBeCloseTo(exact.bovengrens / one.tijd, 9);
      }),
    );
  });

  it('of one stratum by Dobson is the interval of its count', () => {
    fc.assert(
      fc.property(stratum, (one) => {
        const wanted = one.aantal < 10 ? exactPoisson(one.aantal) : byar(one.aantal);
        const found = dobsonRate([one]);
        expect(found?.ondergrens).toBeCloseTo(wanted.ondergrens / one.tijd, 9);
        expect(found?.bovengrens).toBeCloseTo(wanted.bovengrens / one.tijd, 9);
      }),
    );
    expect(dobsonRate([])).toBeNull();
  });

  it('is the same whatever the size of the standard population, and holds its value', () => {
    fc.assert(
      fc.property(fc.array(stratum, {minLength: 1, maxLength: 6}), (strata) => {
        const found = directRate(strata);
        const scaled = directRate(strata.map((one) => ({...one, standaard: one.standaard * 7})));
        expect(scaled?.waarde).toBeCloseTo(found?.waarde ?? Number.NaN, 12);
        expect(scaled?.bovengrens).toBeCloseTo(found?.bovengrens ?? Number.NaN, 9);
        expect(found?.ondergrens).toBeLessThanOrEqual(found?.waarde ?? Number.NaN);
        expect(found?.bovengrens).toBeGreaterThan(found?.waarde ?? Number.NaN);
      }),
    );
  });

  it('is null without standard or with a stratum that nobody lives in', () => {
    expect(directRate([])).toBeNull();
    expect(directRate([{aantal: 0, tijd: 10, standaard: 0}])).toBeNull();
    const empty = {aantal: 0, tijd: 0, standaard: 5};
    expect(directRate([{aantal: 1, tijd: 10, standaard: 5}, empty])).toBeNull();
    expect(directRate([{aantal: 0, tijd: 10, standaard: 5}])).toMatchObject({ondergrens: 0});
  });

  it('covers in at least 94% of worlds (both intervals are on the safe side)', () => {
    const covered = (method: typeof directRate) =>
      coverageOf(1500, 17, (random) => {
        const strata = [1, 2, 3].map((k) => ({
          tijd: 200 * k,
          standaard: 100 + 50 * random(),
          mu: 0.05 * k,
        }));
        const whole = strata.reduce((total, {standaard}) => total + standaard, 0);
        const truth = strata.reduce(
          (total, {standaard, mu}) => total + (standaard / whole) * mu,
          0,
        );
        const drawn = strata.map(({tijd, standaard, mu}) => ({
          aantal: drawPoisson(tijd * mu, random),
          tijd,
          standaard,
        }));
        return {truth, interval: method(drawn)};
      });
    expect(covered(directRate)).toBeGreaterThan(0.94);
    expect(covered(dobsonRate)).toBeGreaterThan(0.94);
  });
});

describe('an indirectly standardised ratio', () => {
  it('is 1 when every stratum has the rate of the reference', () => {
    const strata = [
      {tijd: 100, referentie_aantal: 30, referentie_tijd: 1000},
      {tijd: 300, referentie_aantal: 90, referentie_tijd: 1000},
    ];
    expect(expectedEvents(strata)).toBeCloseTo(30, 12);
    expect(standardisedRatio(30, 30)?.waarde).toBe(1);
  });

  it('has the interval of its count: Byar from 10, exact below', () => {
    expect(standardisedRatio(65, 50)?.ondergrens).toBeCloseTo(byar(65).ondergrens / 50, 12);
    expect(standardisedRatio(9, 50)?.bovengrens).toBeCloseTo(exactPoisson(9).bovengrens / 50, 12);
    expect(standardisedRatio(0, 50)).toMatchObject({waarde: 0, ondergrens: 0});
  });

  it('is null when nothing is expected or the reference has a gap', () => {
    expect(standardisedRatio(3, 0)).toBeNull();
    expect(expectedEvents([{tijd: 5, referentie_aantal: 0, referentie_tijd: 0}])).toBeNull();
    expect(expectedEvents([{tijd: 0, referentie_aantal: 0, referentie_tijd: 0}])).toBe(0);
  });
});
