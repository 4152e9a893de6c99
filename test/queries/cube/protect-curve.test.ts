import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Noise} from '../../../queries/cube/noise.ts';
import {protectCurve, protectOpen} from '../../../queries/cube/protect-curve.ts';
import {protectShare} from '../../../queries/cube/protect-share.ts';
import {openAfter, survivalCurve, type Spell} from '../../../queries/statistics/survival.ts';

const noiseOf = (seed: number): Noise =>
  new Noise({label: Buffer.from(String(seed).padStart(32, '0')), record: Buffer.alloc(32, 1)});

const anySpells = fc.array(
  fc.record({
    vanaf: fc.constant(0),
    tot: fc.integer({min: 0, max: 700}),
    soort: fc.constantFrom('einde' as const, 'einde' as const, 'concurrent' as const, null),
  }),
  {minLength: 20, maxLength: 300},
);
const shareOf = (teller: number, rest: number, noemer: number, seed = 1) =>
  protectShare(noiseOf(seed), 'L', {
    teller: {clienten: teller, aantal: teller},
    rest: {clienten: rest, aantal: rest},
    noemer,
  });
const stepsOf = (spells: readonly Spell[]) => survivalCurve(spells, 10);

describe('a published survival curve', () => {
  it('never rises, in whole percents from 5 to 95, with five ends in each step', () => {
    fc.assert(
      fc.property(anySpells, fc.nat(), (spells, seed) => {
        const steps = stepsOf(spells);
        const points = protectCurve(noiseOf(seed), 'L', steps, 91);
        let before = {dag: 0, open: 100};
        for (const point of points) {
          expect(point.open % 1).toBe(0);
          expect(point.open).toBeGreaterThanOrEqual(5);
          expect(point.open).toBeLessThanOrEqual(95);
          expect(point.open).toBeLessThanOrEqual(before.open);
          const ended = steps
            .filter(({dag}) => dag > before.dag && dag <= point.dag)
            .reduce((sum, {einden, concurrenten}) => sum + einden + concurrenten, 0);
          const first = before.dag === 0 ? steps.filter(({dag}) => dag === 0) : [];
          const atOnce = first.reduce(
            (sum, {einden, concurrenten}) => sum + einden + concurrenten,
            0,
          );
          expect(ended + atOnce).toBeGreaterThanOrEqual(5);
          before = point;
        }
      }),
    );
  });

  it('agrees at the norm with the figure that stands beside it', () => {
    fc.assert(
      fc.property(anySpells, fc.nat(), (spells, seed) => {
        const steps = stepsOf(spells);
        const points = protectCurve(noiseOf(seed), 'L', steps, 91);
        const figure = protectOpen(noiseOf(seed), 'L', steps, 91);
        const shown = points.findLast(({dag}) => dag <= 91);
        if (shown !== undefined) expect(shown.open).toBe(figure);
      }),
    );
  });

  it('is right on average over salts', () => {
    const spells = Array.from({length: 200}, (_, index): Spell => ({
      vanaf: 0,
      tot: (index * 37) % 400,
      soort: index % 7 === 0 ? null : 'einde',
    }));
    const steps = stepsOf(spells);
    const figures = Array.from({length: 400}, (_, seed) =>
      protectOpen(noiseOf(seed), 'L', steps, 91),
    );
    const mean = figures.reduce((sum, value) => sum + value, 0) / figures.length;
    // One figure lies within 4 of 200 ends: two points; the mean of 400 far nearer.
    expect(Math.abs(mean - 100 * openAfter(steps, 91))).toBeLessThan(0.6);
    for (const figure of figures) {
      expect(Math.abs(figure - 100 * openAfter(steps, 91))).toBeLessThan(5);
    }
  });

  it('can not tell whether one more had ended', () => {
    const spells = Array.from({length: 60}, (_, index): Spell => ({
      vanaf: 0,
      tot: 20 + index * 3,
      soort: 'einde',
    }));
    const changed = spells.map((spell, index) => (index === 7 ? {...spell, tot: 300} : spell));
    const same = Array.from({length: 200}, (_, seed) => seed).filter(
      (seed) =>
        protectOpen(noiseOf(seed), 'L', stepsOf(spells), 91) ===
        protectOpen(noiseOf(seed), 'L', stepsOf(changed), 91),
    );
    expect(same.length).toBeGreaterThan(100);
  });
});

describe('a share with a small side', () => {
  it('is published as a bound that holds, whatever the size of that side', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({min: 34, max: 2000}), fc.nat(), (small, noemer, seed) => {
        // The denominator is rounded too: at most four away.
        for (const rounded of [noemer - 4, noemer, noemer + 4]) {
          const share = shareOf(small, noemer - small, rounded, seed);
          if (share === null || share.teller !== null) continue;
          const percent = (100 * small) / noemer;
          if (share.methode.endsWith('hooguit')) expect(percent).toBeLessThanOrEqual(share.waarde);
          else expect(percent).toBeGreaterThanOrEqual(share.waarde);
        }
      }),
      {numRuns: 2000},
    );
  });

  it('is at most 5% where the denominator is large, and at least 95% on the other side', () => {
    expect(shareOf(3, 297, 300)).toMatchObject({waarde: 5, methode: 'wilson, hooguit'});
    expect(shareOf(297, 3, 300)).toMatchObject({waarde: 95, methode: 'wilson, minstens'});
  });
});
