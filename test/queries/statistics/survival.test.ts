import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {logRank, stratifiedLogRank} from '../../../queries/statistics/log-rank.ts';
import {
  restrictedMean,
  restrictedMeanDifference,
} from '../../../queries/statistics/restricted-mean.ts';
import {
  openAfter,
  reaches,
  survivalCurve,
  type Spell,
} from '../../../queries/statistics/survival.ts';
import {
  standardError,
  survivalLimits,
  survivalQuantile,
} from '../../../queries/statistics/survival-limits.ts';
import type {RandomSource} from '../../../queries/statistics/random.ts';
import {coverageOf} from './coverage-of.ts';
import {LUNG} from './datasets/lung.ts';

const ended = (tot: number): Spell => ({vanaf: 0, tot, soort: 'einde'});
const open = (tot: number): Spell => ({vanaf: 0, tot, soort: null});
const lung = (keep: (sex: number) => boolean): Spell[] =>
  LUNG.filter(([, , sex]) => keep(sex)).map(([tot, died]) => (died === 1 ? ended(tot) : open(tot)));

const anySpell = fc
  .record({
    vanaf: fc.integer({min: 0, max: 200}),
    duur: fc.integer({min: 0, max: 300}),
    soort: fc.constantFrom('einde' as const, 'concurrent' as const, null),
  })
  .map(({vanaf, duur, soort}): Spell => ({vanaf, tot: vanaf + duur, soort}));
const fromStart = anySpell.map(({tot, soort}): Spell => ({vanaf: 0, tot, soort}));
const someSpells = (spell: fc.Arbitrary<Spell>) => fc.array(spell, {minLength: 1, maxLength: 60});

/** Days until an end at a constant rate. */
const exponential = (mean: number, random: RandomSource): number => -mean * Math.log(1 - random());

describe('published survival', () => {
  it('6-MP of Freireich (1963) has median 23 weeks, S(6) = 0,857 with error 0,0764', () => {
    const steps = survivalCurve([
      ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended),
      ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open),
    ]);
    const first = steps[0];
    expect(first).toMatchObject({dag: 6, onder_risico: 21, einden: 3});
    expect(first?.open).toBeCloseTo(0.857, 3);
    expect(first === undefined ? null : standardError(first)).toBeCloseTo(0.0764, 4);
    const {stap, eerder} = reaches(steps, 0.5);
    expect(steps[stap ?? -1]?.dag).toBe(23);
    expect(steps[eerder ?? -1]?.dag).toBe(13);
  });

  it('lung (Loprinzi 1994): median 310 days, 285 to 363 on the log scale', () => {
    const steps = survivalCurve(lung(() => true));
    expect(LUNG).toHaveLength(228);
    expect(steps.reduce((total, {einden}) => total + einden, 0)).toBe(165);
    expect(survivalQuantile(steps, 0.5, {scale: 'log'})).toEqual({
      waarde: 310,
      ondergrens: 285,
      bovengrens: 363,
    });
  });

  it('lung by sex: medians 270 and 426, log-rank 10,33', () => {
    const groups = [lung((sex) => sex === 1), lung((sex) => sex === 2)];
    const medians = groups.map((group) => survivalQuantile(survivalCurve(group), 0.5).waarde);
    expect(medians).toEqual([270, 426]);
    const found = logRank(groups);
    expect(found?.chi2).toBeCloseTo(10.33, 2);
    expect(found?.p).toBeCloseTo(0.00131, 5);
    expect(found?.df).toBe(1);
  });
});

describe('the curve', () => {
  it('falls, and with what ended by any cause it is everybody', () => {
    fc.assert(
      fc.property(someSpells(anySpell), (spells) => {
        let before = 1;
        let incidence = 0;
        for (const step of survivalCurve(spells)) {
          expect(step.open).toBeLessThanOrEqual(before);
          expect(step.incidentie).toBeGreaterThanOrEqual(incidence);
          expect(step.incidentie + step.open).toBeLessThanOrEqual(1 + 1e-9);
          expect(Number.isFinite(step.variantie)).toBe(true);
          expect(step.variantie).toBeGreaterThanOrEqual(0);
          before = step.open;
          incidence = step.incidentie;
        }
      }),
    );
  });

  it('has Greenwood as variance of the incidence when nothing competes', () => {
    fc.assert(
      fc.property(someSpells(anySpell), (spells) => {
        const alone = spells.map((one) =>
          one.soort === 'concurrent' ? {...one, soort: null} : one,
        );
        for (const step of survivalCurve(alone)) {
          if (step.open === 0) continue;
          expect(step.variantie).toBeCloseTo(step.open ** 2 * step.greenwood, 9);
        }
      }),
    );
  });

  it('is the plain share with its binomial variance when everybody was followed to the end', () => {
    fc.assert(
      fc.property(someSpells(fromStart), (spells) => {
        const followed = spells.map((one) =>
          one.soort === null ? {...one, soort: 'concurrent' as const} : one,
        );
        const n = followed.length;
        for (const step of survivalCurve(followed)) {
          const share =
            followed.filter(({tot, soort}) => soort === 'einde' && tot <= step.dag).length / n;
          expect(step.incidentie).toBeCloseTo(share, 9);
          expect(step.variantie).toBeCloseTo((share * (1 - share)) / n, 9);
        }
      }),
    );
  });

  it('does not move when a spell is cut in two that follow on (delayed entry)', () => {
    fc.assert(
      fc.property(someSpells(fromStart), fc.integer({min: 1, max: 250}), (spells, cut) => {
        // Entry on day t is at risk on day t, so the first half ends the day before.
        const halves = spells.flatMap((one) =>
          one.tot > cut
            ? [
                {...one, tot: cut, soort: null},
                {...one, vanaf: cut + 1},
              ]
            : [one],
        );
        expect(survivalCurve(halves)).toEqual(survivalCurve(spells));
      }),
    );
  });

  it('is empty, without limits, when all are still open', () => {
    const steps = survivalCurve([open(3), open(9)]);
    expect(steps).toEqual([]);
    expect(openAfter(steps, 100)).toBe(1);
    expect(survivalCurve([])).toEqual([]);
    expect(reaches(steps, 0.5)).toEqual({stap: null, eerder: null, later: null});
    expect(survivalQuantile(steps, 0.5)).toEqual({
      waarde: null,
      ondergrens: null,
      bovengrens: null,
    });
  });

  it('of one person drops to 0 and has no limits there', () => {
    const [only] = survivalCurve([ended(5)]);
    expect(only).toMatchObject({open: 0, incidentie: 1, variantie: 0});
    expect(only === undefined ? 0 : standardError(only)).toBeNull();
    expect(only === undefined ? 0 : survivalLimits(only)).toBeNull();
  });

  it('has limits around it on every scale, within 0 and 1', () => {
    const scales = ['linear', 'log', 'loglog', 'asinsqrt', 'logit', 'probit'] as const;
    fc.assert(
      fc.property(someSpells(anySpell), fc.constantFrom(...scales), (spells, scale) => {
        for (const step of survivalCurve(spells)) {
          const limits = survivalLimits(step, {scale});
          if (limits === null) continue;
          expect(limits.ondergrens).toBeGreaterThanOrEqual(0);
          expect(limits.bovengrens).toBeLessThanOrEqual(1);
          expect(limits.ondergrens).toBeLessThanOrEqual(step.open + 1e-9);
          expect(limits.bovengrens).toBeGreaterThanOrEqual(step.open - 1e-9);
        }
      }),
    );
  });

  it('holds the true median in 93 to 97% of worlds', () => {
    const covered = coverageOf(1500, 31, (random) => {
      const spells = Array.from({length: 80}, (): Spell => {
        const [end, left] = [exponential(100, random), exponential(250, random)];
        return end < left ? ended(end) : open(left);
      });
      const {ondergrens, bovengrens} = survivalQuantile(survivalCurve(spells), 0.5);
      const interval = {ondergrens: ondergrens ?? 0, bovengrens: bovengrens ?? Infinity};
      return {truth: 100 * Math.LN2, interval};
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });

  it('holds the true incidence beside a competing end in 93 to 97% of worlds', () => {
    const truth = (2 / 3) * (1 - Math.exp(-80 * (1 / 100 + 1 / 200)));
    const covered = coverageOf(1500, 77, (random) => {
      const spells = Array.from({length: 100}, (): Spell => {
        const [end, other, left] = [100, 200, 300].map((mean) => exponential(mean, random));
        const [a, b, c] = [end ?? 0, other ?? 0, left ?? 0];
        const tot = Math.min(a, b, c);
        return {vanaf: 0, tot, soort: tot === a ? 'einde' : tot === b ? 'concurrent' : null};
      });
      const step = survivalCurve(spells).findLast(({dag}) => dag <= 80);
      if (step === undefined) return {truth, interval: null};
      const half = 1.96 * Math.sqrt(step.variantie);
      const interval = {ondergrens: step.incidentie - half, bovengrens: step.incidentie + half};
      return {truth, interval};
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});

describe('the restricted mean', () => {
  it('is the mean of the days within the horizon when everybody was followed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 300}), {minLength: 2, maxLength: 50}),
        (days) => {
          const cut = days.map((day) => Math.min(day, 100));
          const mean = cut.reduce((a, b) => a + b, 0) / cut.length;
          const spread = cut.reduce((a, b) => a + (b - mean) ** 2, 0) / cut.length;
          const found = restrictedMean(days.map(ended), 100);
          expect(found?.waarde).toBeCloseTo(mean, 9);
          expect(found?.standaardfout).toBeCloseTo(Math.sqrt(spread / cut.length), 9);
        },
      ),
    );
  });

  it('is null beyond the last day anyone was followed, unless all had ended', () => {
    expect(restrictedMean([ended(10), open(40)], 41)).toBeNull();
    expect(restrictedMean([ended(10), open(40)], 40)?.waarde).toBe(25);
    expect(restrictedMean([ended(10), ended(40)], 400)?.waarde).toBe(25);
    expect(restrictedMean([open(40)], 30)).toMatchObject({waarde: 30, standaardfout: 0});
    expect(restrictedMean([], 30)).toBeNull();
  });

  it('of two groups differs with an interval that covers in 93 to 97% of worlds', () => {
    const truth = 120 * (1 - Math.exp(-90 / 120)) - 80 * (1 - Math.exp(-90 / 80));
    const covered = coverageOf(1200, 9, (random) => {
      const group = (mean: number): Spell[] =>
        Array.from({length: 70}, () => {
          const [end, left] = [exponential(mean, random), 90 + 60 * random()];
          return end < left ? ended(end) : open(left);
        });
      const [a, b] = [restrictedMean(group(120), 90), restrictedMean(group(80), 90)];
      return {truth, interval: a === null || b === null ? null : restrictedMeanDifference(a, b)};
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});

describe('the log-rank test', () => {
  it('does not care which group comes first, nor how often a stratum is repeated as itself', () => {
    fc.assert(
      fc.property(someSpells(anySpell), someSpells(anySpell), (a, b) => {
        const found = logRank([a, b]);
        expect(logRank([b, a])?.chi2 ?? null).toEqual(
          found === null ? null : expect.closeTo(found.chi2, 6),
        );
        expect(stratifiedLogRank([[a, b]])).toEqual(found);
        if (found !== null) expect(found.p).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('finds nothing between a group and itself, and is null without ends or groups', () => {
    const group = [ended(3), ended(8), open(9)];
    expect(logRank([group, group])?.chi2).toBeCloseTo(0, 12);
    expect(logRank([[open(3)], [open(4)]])).toBeNull();
    expect(logRank([group])).toBeNull();
    expect(logRank([])).toBeNull();
    expect(logRank([group, []])).toBeNull();
  });

  it('takes three groups and other weights', () => {
    const thirds = [0, 1, 2].map((rest) =>
      LUNG.filter((_, i) => i % 3 === rest).map(([tot, died]) =>
        died === 1 ? ended(tot) : open(tot),
      ),
    );
    expect(logRank(thirds)?.df).toBe(2);
    for (const weight of ['gehan', 'tarone-ware', 'peto'] as const) {
      expect(logRank(thirds, weight)?.p).toBeGreaterThan(0.01);
    }
  });

  it('calls 3 to 7% of equal groups different', () => {
    const kept = coverageOf(1500, 3, (random) => {
      const group = (n: number): Spell[] =>
        Array.from({length: n}, () => {
          const day = Math.ceil(exponential(60, random));
          return day < 120 ? ended(day) : open(120);
        });
      const p = logRank([group(40), group(60)])?.p ?? 0;
      return {truth: 0, interval: p >= 0.05 ? {ondergrens: 0, bovengrens: 0} : null};
    });
    expect(kept).toBeGreaterThan(0.93);
    expect(kept).toBeLessThan(0.97);
  });
});
