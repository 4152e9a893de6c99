import {describe, expect, it} from 'vitest';
import {drawNormal} from '../../../queries/statistics/draw.ts';
import {groupTimeEffects, type Panel} from '../../../queries/statistics/group-time.ts';
import {
  calendarEffects,
  eventTimeEffects,
  groupEffects,
  simpleEffect,
} from '../../../queries/statistics/group-time-average.ts';
import {coverageOf} from './coverage-of.ts';
import {MEDICAID} from './datasets/medicaid.ts';

/** Published by Mixtape Sessions with R's did package: not yet treated as comparison. */
const PUBLISHED: Record<number, number[]> = {
  2014: [-0.0065, 0.0111, 0.0015, 0.0016, 0.0009, 0.0467, 0.0692, 0.0785, 0.0725, 0.0738, 0.0803],
  2015: [0.0071, -0.0245, -0.0027, 0.0003, -0.01, -0.002, 0.0491, 0.0526, 0.0682, 0.0663, 0.0738],
  2016: [0.0022, 0.0511, -0.0262, -0.0276, 0.044, -0.0322, 0.0409, 0.0317, 0.0368, 0.0645, 0.0825],
  2017: [0.0102, -0.0161, 0.0019, 0.0177, 0.0012, -0.0063, 0.0036, 0.0398, 0.0471, 0.0681, 0.065],
  2019: [
    0.0189, -0.0269, -0.0244, 0.0024, 0.0129, 0.0003, -0.0108, -0.0182, 0.0093, 0.0062, 0.0365,
  ],
};

const ever: Panel = {
  ...MEDICAID,
  eenheden: MEDICAID.eenheden.filter(({start}) => start !== null),
};

describe('Callaway-Sant’Anna on the Medicaid exercise', () => {
  it.each(Object.entries(PUBLISHED))('gives the published effects on group %s', (groep, wanted) => {
    const found = groupTimeEffects(MEDICAID).filter((effect) => effect.groep === Number(groep));
    expect(found.map(({tijd}) => tijd)).toEqual(wanted.map((_, i) => 2009 + i));
    for (const [i, {att}] of found.entries()) expect(att).toBeCloseTo(wanted[i] ?? Number.NaN, 4);
  });

  it('simple ATT 0,068 with error 0,008 against all not yet treated', () => {
    const found = simpleEffect(MEDICAID, groupTimeEffects(MEDICAID));
    expect(found?.att).toBeCloseTo(0.068, 3);
    expect(found?.standaardfout).toBeCloseTo(0.008, 3);
  });

  it('0,0728 without the never treated, 0,0917 when the effect grows by 0,01 a year', () => {
    expect(simpleEffect(ever, groupTimeEffects(ever))?.att).toBeCloseTo(0.0728, 4);
    const growing: Panel = {
      ...ever,
      eenheden: ever.eenheden.map(({start, waarden}) => ({
        start,
        waarden: waarden.map((value, i) =>
          value === null ? null : value + 0.01 * Math.max(0, 2008 + i - (start ?? Infinity)),
        ),
      })),
    };
    expect(simpleEffect(growing, groupTimeEffects(growing))?.att).toBeCloseTo(0.0917, 4);
  });

  it('compares with the never treated alone when asked', () => {
    const effects = groupTimeEffects(MEDICAID, {comparison: 'never'});
    expect(new Set(effects.map(({vergeleken}) => vergeleken))).toEqual(new Set([16]));
    expect(groupTimeEffects(ever, {comparison: 'never'})).toEqual([]);
  });
});

describe('group-time effects by hand', () => {
  // Common trend +1 a period; A (start 3) gains 5 then 7, B (start 4) gains 2, C never.
  const panel: Panel = {
    perioden: [1, 2, 3, 4],
    eenheden: [
      {start: 3, waarden: [10, 11, 17, 20]},
      {start: 4, waarden: [20, 21, 22, 25]},
      {start: null, waarden: [5, 6, 7, 8]},
    ],
  };
  const effects = groupTimeEffects(panel);
  const att = (groep: number, tijd: number) =>
    effects.find((one) => one.groep === groep && one.tijd === tijd)?.att;

  it('recover what was built in and nothing before', () => {
    expect(att(3, 2)).toBe(0);
    expect(att(3, 3)).toBe(5);
    expect(att(3, 4)).toBe(7);
    expect(att(4, 3)).toBe(0);
    expect(att(4, 4)).toBe(2);
  });

  it('average over all, by time since the start, by group and by period', () => {
    expect(simpleEffect(panel, effects)?.att).toBeCloseTo(14 / 3, 12);
    const since = eventTimeEffects(panel, effects).filter(({sinds}) => sinds >= 0);
    expect(since.map(({sinds, att: effect, groepen}) => [sinds, effect, groepen])).toEqual([
      [0, 3.5, 2],
      [1, 7, 1],
    ]);
    expect(groupEffects(effects).map(({att: effect}) => effect)).toEqual([6, 2]);
    expect(calendarEffects(panel, effects).map(({att: effect}) => effect)).toEqual([5, 4.5]);
  });

  it('weigh units, and leave out a unit with a missing period', () => {
    const weighted = groupTimeEffects({
      perioden: [1, 2],
      eenheden: [
        {start: 2, waarden: [0, 4], gewicht: 3},
        {start: 2, waarden: [0, 8]},
        {start: 2, waarden: [0, null]},
        {start: null, waarden: [0, 1], gewicht: 2},
      ],
    });
    expect(weighted[0]).toMatchObject({att: 4, behandeld: 2, vergeleken: 1});
  });

  it('look from an earlier base when an effect may show before the start', () => {
    const early = groupTimeEffects(panel, {anticipation: 1});
    expect(early.find(({groep, tijd}) => groep === 3 && tijd === 3)?.att).toBe(5);
    expect(early.find(({groep, tijd}) => groep === 3 && tijd === 3)?.vergeleken).toBe(1);
  });

  it('with a universal base measure every period against the last one before the start', () => {
    const universal = groupTimeEffects(panel, {base: 'universal'});
    expect(universal.filter(({groep}) => groep === 4).map(({tijd}) => tijd)).toEqual([1, 2, 4]);
  });

  it('are none without a comparison or a period before', () => {
    const alone = {start: 3, waarden: [1, 2, 3, 4]};
    expect(groupTimeEffects({perioden: [1, 2, 3, 4], eenheden: [alone]})).toEqual([]);
    expect(groupTimeEffects({perioden: [3, 4], eenheden: [{start: 3, waarden: [1, 2]}]})).toEqual(
      [],
    );
    expect(simpleEffect(panel, [])).toBeNull();
    expect(groupTimeEffects({perioden: [], eenheden: []})).toEqual([]);
  });

  it('hold the truth in 93 to 97% of worlds of 80 units', () => {
    const covered = coverageOf(600, 12, (random) => {
      const world: Panel = {
        perioden: [1, 2, 3, 4],
        eenheden: Array.from({length: 80}, (_, i) => {
          const start = [null, 2, 3, 4][i % 4] ?? null;
          const level = 3 * drawNormal(random);
          const waarden = [1, 2, 3, 4].map(
            (t) => level + t + (start !== null && t >= start ? 2 : 0) + drawNormal(random),
          );
          return {start, waarden};
        }),
      };
      const found = simpleEffect(world, groupTimeEffects(world));
      if (found === null) return {truth: 2, interval: null};
      const half = 1.96 * found.standaardfout;
      return {truth: 2, interval: {ondergrens: found.att - half, bovengrens: found.att + half}};
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});
