import {describe, expect, it} from 'vitest';
import {estimate} from '../../../../queries/judgement/effect/estimate.ts';
import {allowedPlan} from '../../../../queries/judgement/effect/gates.ts';
import {judgeTeam, judgeTogether} from '../../../../queries/judgement/effect/verdict.ts';
import {endOf, panelOf, type Series} from './panel-of.ts';

const YEARS = [2017, 2018, 2019, 2020, 2021];
const TOT = endOf('2021-K4');
const LAGER = {richting: 'lager', delta: 0.1, verwacht_maanden: 0} as const;

/** Chance that is the same each time: a wave that no two units share. */
const wave = (unit: number, quarter: number): number => 1 + 0.03 * Math.sin(7 * unit + 3 * quarter);

function world(factor: number, {before = 1}: {before?: number} = {}) {
  const unit = (code: string, index: number, start: string | null): Series => ({
    code,
    start,
    eigen: start !== null,
    people: 10_000,
    wijken: start === null ? 4 : 2,
    parts: start === null ? [] : [0.4, 0.6],
    counts: (quarter) => {
      const year = 2017 + Math.floor(quarter / 4);
      const now = `${year}-${String(3 * (quarter % 4) + 1).padStart(2, '0')}-01`;
      const isAfter = start !== null && now >= start;
      // a fall that began a year before any team: no work of theirs
      const trend = start !== null && now >= '2019-04-01' ? before : 1;
      return 5 * Math.round((400 * wave(index, quarter) * trend * (isAfter ? factor : 1)) / 5);
    },
  });
  return panelOf(YEARS, [
    unit('A', 1, '2020-04-01'),
    unit('B', 2, '2020-07-01'),
    unit('C', 3, '2020-10-01'),
    unit('D', 4, '2021-01-01'),
    unit('X', 5, null),
    unit('Y', 6, null),
  ]);
}

describe('an estimate', () => {
  it('finds a fall of a fifth, with all teams, all orders and the other methods on the same side', () => {
    const found = estimate(world(0.8), TOT)!;

    expect(found.samen.effect).toBeCloseTo(-0.2, 1);
    expect(found.samen.band.ondergrens).toBeLessThan(-0.2);
    expect(found.samen.band.bovengrens).toBeLessThan(-0.1);
    expect([...found.teams.keys()]).toEqual([0, 1, 2, 3]);
    expect(found.volgordes).toMatchObject({aantal: 24, mogelijk: 24, minstens_zo_uitgesproken: 1});
    expect(found.controle!.effect).toBeLessThan(-0.05);
    expect(found.att).toBeCloseTo(-0.2, 1);
    expect(Math.abs(found.placebo!.effect)).toBeLessThan(0.05);
    expect(judgeTogether(LAGER, found)).toEqual({woord: 'beter', twijfel: null});
    expect(judgeTogether({...LAGER, richting: 'hoger'}, found).woord).toBe('slechter');
    expect(judgeTogether({...LAGER, richting: 'neutraal'}, found).woord).toBe('geen oordeel');
  });

  it('stands between what remains when each wijk is left out', () => {
    const {weglaten, samen} = estimate(world(0.8), TOT)!;
    // two wijken of four teams, and two areas outside
    expect(weglaten!.wijken).toBe(10);
    expect(weglaten!.laagste).toBeLessThanOrEqual(samen.effect);
    expect(weglaten!.hoogste).toBeGreaterThanOrEqual(samen.effect);
  });

  it('is the same from the same seed and nearly so from another', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => estimate(world(0.9), TOT, seed)!.samen);
    expect(again).toEqual(one);
    expect(other!.effect).toBe(one!.effect);
    expect(other!.band).not.toEqual(one!.band);
    expect(other!.band.ondergrens).toBeCloseTo(one!.band.ondergrens, 1);
  });

  it('says that a rise is expected in the first months only', () => {
    const found = estimate(world(1.3), TOT)!;
    expect(judgeTogether({...LAGER, verwacht_maanden: 24}, found).woord).toBe('zoals verwacht');
    expect(judgeTogether({...LAGER, verwacht_maanden: 12}, found).woord).toBe('slechter');
  });

  it('says that nothing relevant changed only when the whole interval is small', () => {
    const found = estimate(world(1), TOT)!;
    expect(judgeTogether({...LAGER, delta: 0.2}, found).woord).toBe('geen relevant verschil');
    expect(judgeTogether({...LAGER, delta: 0.001}, found).woord).toBe('niet te zeggen');
  });

  it('withdraws its word when the placebo finds something, for every team too', () => {
    const found = estimate(world(0.8, {before: 0.7}), TOT)!;
    expect(found.placebo!.band.p).toBeLessThan(0.05);
    const oordeel = judgeTogether(LAGER, found);
    expect(oordeel).toEqual({woord: 'niet te zeggen', twijfel: 'placebo'});
    for (const schatting of found.teams.values()) {
      const woord = judgeTeam(LAGER, schatting, {halfjaren: [1], twijfel: oordeel.twijfel});
      expect(woord).toBe('niet te zeggen');
    }
  });

  it('withdraws its word when another method points the other way or is not there', () => {
    const found = estimate(world(0.8), TOT)!;
    const other = {effect: 0.01, ondergrens: -0.1, bovengrens: 0.1};
    for (const doubt of [{controle: other}, {controle: null}, {att: 0.01}, {att: null}]) {
      const oordeel = judgeTogether(LAGER, {...found, ...doubt});
      expect(oordeel).toEqual({woord: 'niet te zeggen', twijfel: 'controle'});
    }
  });
});

describe('a unit takes no part', () => {
  const hidden = (at: number) => {
    const panel = world(0.8);
    const [first, ...rest] = panel.eenheden;
    const aantallen = first!.aantallen.map((count, index) => (index === at ? null : count));
    return {...panel, eenheden: [{...first!, aantallen}, ...rest]};
  };

  it('when a cell that is read is hidden, and only then', () => {
    // 2019-K2 is the first quarter of the baseline, 2021-K4 the last that is read
    for (const at of [9, 19]) {
      const {uitgesloten, plan} = allowedPlan(hidden(at), TOT)!;
      expect(uitgesloten.get(0)).toBe('te_klein');
      expect(plan.vergelijkingen.some(({eenheid}) => eenheid === 0)).toBe(false);
    }
    expect(allowedPlan(hidden(8), TOT)!.uitgesloten.size).toBe(0);
    expect(allowedPlan(hidden(19), endOf('2021-K3'))!.uitgesloten.size).toBe(0);
  });

  it('with fewer than ten events in the baseline', () => {
    const small = (count: number) => {
      const panel = world(0.8);
      const [first, ...rest] = panel.eenheden;
      const aantallen = first!.aantallen.map((value, index) => (index < 13 ? count : value));
      return allowedPlan({...panel, eenheden: [{...first!, aantallen}, ...rest]}, TOT)!.uitgesloten;
    };
    expect(small(2).get(0)).toBe('basis_te_klein');
    expect(small(2.5).get(0)).toBeUndefined();
  });

  it('when nobody is left to compare with, or it started too late', () => {
    const panel = world(0.8);
    const alone = {...panel, eenheden: panel.eenheden.slice(0, 4)};
    const {uitgesloten} = allowedPlan(alone, TOT)!;
    expect([...uitgesloten]).toEqual([[3, 'geen_vergelijking']]);
    const early = allowedPlan(alone, endOf('2020-K4'))!.uitgesloten;
    expect(early.get(3)).toBe('te_kort_na_start');
  });
});
