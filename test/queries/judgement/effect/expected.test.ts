import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  effectOf,
  expectedOf,
  publishedCells,
} from '../../../../queries/judgement/effect/expected.ts';
import {makePlan} from '../../../../queries/judgement/effect/plan.ts';
import {groupTimeMean} from '../../../../queries/judgement/effect/group-time.ts';
import {smallestProvable} from '../../../../queries/judgement/effect/provable.ts';
import {endOf, panelOf, type Series} from './panel-of.ts';

const YEARS = [2018, 2019, 2020];
/** 2019-K2 up to 2020-K1 are the twelve months before the first start, on 1 April 2020. */
const FIRST_AFTER = 9;

const treated = (factor: number): Series => ({
  code: 'A',
  start: '2020-04-01',
  counts: (quarter) => (quarter < FIRST_AFTER ? 60 : 60 * factor),
});
const later: Series = {
  code: 'B',
  start: '2020-11-01',
  counts: (quarter) => 40 + quarter,
  people: 800,
};

describe('what was to be expected', () => {
  it('is the sum worked out by hand', () => {
    const panel = panelOf(YEARS, [treated(0.8), later]);
    const plan = makePlan(panel, {tot: endOf('2020-K4')})!;

    // B: 45+46+47+48 = 186 before; 49 and 50 after. A: 240 before, so 240·49/186 and 240·50/186.
    const {waargenomen, verwacht} = expectedOf(publishedCells(panel), plan);
    expect(waargenomen).toEqual([48, 48]);
    expect(verwacht[0]).toBeCloseTo((240 * 49) / 186, 10);
    expect(verwacht[1]).toBeCloseTo((240 * 50) / 186, 10);
    expect(effectOf({waargenomen, verwacht})).toBeCloseTo(96 / ((240 * 99) / 186) - 1, 10);
  });

  it('compares with those that start later, and with nobody once all have started', () => {
    const panel = panelOf(YEARS, [treated(1), later]);
    const plan = makePlan(panel, {tot: endOf('2020-K4')})!;

    expect(plan.basis).toEqual([5, 6, 7, 8]);
    expect(
      plan.vergelijkingen.map(({eenheid, periode, anderen}) => [eenheid, periode, anderen]),
    ).toEqual([
      [0, 9, [1]],
      [0, 10, [1]],
    ]);
    // in the fourth quarter B starts: no longer a comparison, and not yet wholly started
    expect(plan.zonder).toEqual([{eenheid: 0, periode: 11}]);
  });

  it('leaves out the quarter in which a team starts, on both edges', () => {
    const inside = panelOf(YEARS, [{...treated(1), start: '2020-04-02'}, later]);
    const plan = makePlan(inside, {tot: endOf('2020-K4')})!;
    expect(plan.vergelijkingen.map(({periode}) => periode)).toEqual([10]);
    const lastDay = panelOf(YEARS, [treated(1), {...later, start: '2020-09-30'}]);
    const shorter = makePlan(lastDay, {tot: endOf('2020-K4')})!;
    expect(shorter.vergelijkingen.map(({periode}) => periode)).toEqual([9]);
  });

  it('needs twelve months before the first start', () => {
    const panel = panelOf([2020], [treated(1), later]);
    expect(makePlan(panel, {tot: endOf('2020-K4')})).toBeNull();
  });

  it('finds the factor that was built in, whatever happens to all and however large the areas are', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.3, max: 3, noNaN: true}),
        fc.array(fc.double({min: 0.4, max: 2, noNaN: true}), {minLength: 12, maxLength: 12}),
        fc.integer({min: 100, max: 100_000}),
        (factor, shock, people) => {
          const level = (quarter: number): number => 200 * (shock[quarter] ?? 1);
          const panel = panelOf(YEARS, [
            {
              code: 'A',
              start: '2020-04-01',
              counts: (q) => level(q) * (q < FIRST_AFTER ? 1 : factor),
            },
            {code: 'B', start: '2020-11-01', counts: (q) => 3 * level(q), people},
            {code: 'X', start: null, eigen: false, counts: (q) => 5 * level(q), people: 7 * people},
          ]);
          const plan = makePlan(panel, {tot: endOf('2020-K4')})!;
          const effect = effectOf(expectedOf(publishedCells(panel), plan));
          expect(effect).toBeCloseTo(factor - 1, 8);
        },
      ),
    );
  });

  it('agrees with the mean ATT(g,t) where one team is compared', () => {
    const panel = panelOf(YEARS, [treated(0.8), {...later, counts: () => 40}]);
    const plan = makePlan(panel, {tot: endOf('2020-K4')})!;
    expect(groupTimeMean(panel, plan)).toBeCloseTo(-0.2, 10);
  });
});

describe('the smallest provable effect', () => {
  it('is 1 − exp(−2.8·√(4/n)), n the harmonic mean of the four counts', () => {
    const panel = panelOf(YEARS, [
      {...treated(1), counts: () => 25},
      {...later, counts: () => 25, start: '2021-04-01', people: 1000},
    ]);
    const plan = makePlan(panel, {tot: endOf('2020-K4')})!;
    // both had 100 in the baseline, and 75 are compared in the three quarters after it
    const n = 4 / (2 / 100 + 2 / 75);
    expect(smallestProvable(panel, plan)).toBeCloseTo(1 - Math.exp(-2.8 * Math.sqrt(4 / n)), 10);
  });

  it('does not know what came out', () => {
    const of = (factor: number): number | null => {
      const panel = panelOf(YEARS, [treated(factor), later]);
      return smallestProvable(panel, makePlan(panel, {tot: endOf('2020-K4')})!);
    };
    expect(of(0.2)).toBe(of(3));
  });
});
