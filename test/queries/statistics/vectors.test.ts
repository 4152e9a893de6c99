import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {differenceInterval} from '../../../queries/statistics/difference.ts';
import {gammaP, gammaQuantile} from '../../../queries/statistics/gamma.ts';
import {byar, exactPoisson, poissonInterval} from '../../../queries/statistics/poisson-interval.ts';
import {studentCdf, studentQuantile} from '../../../queries/statistics/student.ts';
import {survivalCurve, reaches, type Spell} from '../../../queries/statistics/survival.ts';
import {wilsonInterval} from '../../../queries/statistics/wilson-interval.ts';

const VECTORS = join(import.meta.dirname, '../../../../shared/data/vectors');

interface Vector {
  id: string;
  method: string;
  input: Record<string, unknown>;
  expected: Record<string, number>;
  tol: {abs?: number; rel?: number};
}

function vectors(file: string, method: string): Vector[] {
  const path = join(VECTORS, `${file}.json`);
  if (!existsSync(path)) return [];
  const all = (JSON.parse(readFileSync(path, 'utf8')) as {vectors: Vector[]}).vectors;
  return all.filter((vector) => vector.method === method && vector.input['conf'] === 0.95);
}

function expectClose(
  actual: number,
  expected: number | undefined,
  {abs = 0, rel = 0}: Vector['tol'],
): void {
  const wanted = expected ?? Number.NaN;
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(
    Math.max(abs, rel * Math.abs(wanted), 1e-12),
  );
}

describe.skipIf(!existsSync(VECTORS))('published vectors', () => {
  it('of the Wilson interval', () => {
    const found = vectors('proportion_ci', 'wilson');
    expect(found.length).toBeGreaterThan(0);
    for (const {input, expected, tol} of found) {
      const {ondergrens, bovengrens} = wilsonInterval(Number(input['x']), Number(input['n']));
      expectClose(ondergrens, expected['lower'], tol);
      expectClose(bovengrens, expected['upper'], tol);
    }
  });

  it('of the exact Poisson rate', () => {
    const found = vectors('rate_ci', 'poisson_exact');
    expect(found.length).toBeGreaterThan(0);
    for (const {input, expected, tol} of found) {
      const {ondergrens, bovengrens} = exactPoisson(Number(input['x']));
      const scale = Number(input['per'] ?? 1) / Number(input['n']);
      expectClose(ondergrens * scale, expected['lower'], tol);
      expectClose(bovengrens * scale, expected['upper'], tol);
    }
  });
});

describe('published values', () => {
  it('Byar: 65 events give 50,16 to 82,85', () => {
    const {ondergrens, bovengrens} = byar(65);
    expect(ondergrens).toBeCloseTo(50.16, 1);
    expect(bovengrens).toBeCloseTo(82.85, 1);
  });

  it('Wilson: 65 of 100 give 55,25 to 73,64%', () => {
    const {ondergrens, bovengrens} = wilsonInterval(65, 100);
    expect(100 * ondergrens).toBeCloseTo(55.25, 2);
    expect(100 * bovengrens).toBeCloseTo(73.64, 2);
  });

  it('exact Poisson: 10 events give 4,795 to 18,390 (Garwood 1936)', () => {
    const {ondergrens, bovengrens} = exactPoisson(10);
    expect(ondergrens).toBeCloseTo(4.7954, 4);
    expect(bovengrens).toBeCloseTo(18.3904, 4);
  });

  it('Student: the 97,5% point is 12,706 at 1, 2,228 at 10 and 1,960 at infinity', () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062, 4);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.2281, 4);
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.96, 4);
  });

  it('MOVER on Wilson intervals is Newcombe: 56/70 against 48/80 differ by 0,0524 to 0,3339', () => {
    const share = (x: number, n: number) => ({waarde: x / n, ...wilsonInterval(x, n)});
    const {ondergrens, bovengrens} = differenceInterval(share(56, 70), share(48, 80));
    expect(ondergrens).toBeCloseTo(0.0524, 4);
    expect(bovengrens).toBeCloseTo(0.3339, 4);
  });

  it('Kaplan-Meier: 6-MP of Freireich (1963) has median 23 weeks, and S(6) = 0,857', () => {
    const ends = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const spells: Spell[] = [
      ...ends.map((tot): Spell => ({vanaf: 0, tot, soort: 'einde'})),
      ...open.map((tot): Spell => ({vanaf: 0, tot, soort: null})),
    ];
    const steps = survivalCurve(spells);
    expect(steps[0]).toMatchObject({dag: 6, onder_risico: 21, einden: 3});
    expect(steps[0]?.open).toBeCloseTo(0.857, 3);
    const {stap, eerder} = reaches(steps, 0.5);
    expect(steps[stap ?? -1]?.dag).toBe(23);
    expect(steps[eerder ?? -1]?.dag).toBe(13);
  });
});

describe('properties', () => {
  it('a quantile is the inverse of its distribution', () => {
    const p = fc.double({min: 0.001, max: 0.999, noNaN: true});
    fc.assert(
      fc.property(p, fc.double({min: 0.5, max: 300, noNaN: true}), (share, shape) => {
        expect(gammaP(shape, gammaQuantile(share, shape))).toBeCloseTo(share, 8);
      }),
    );
    fc.assert(
      fc.property(
        fc.double({min: 0.6, max: 0.999, noNaN: true}),
        fc.integer({min: 1, max: 500}),
        (share, df) => {
          expect(studentCdf(studentQuantile(share, df), df)).toBeCloseTo(share, 8);
        },
      ),
    );
  });

  it('an interval holds its count and grows with it', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 5000}), (count) => {
        const {ondergrens, bovengrens} = poissonInterval(count);
        expect(ondergrens).toBeLessThanOrEqual(count);
        expect(bovengrens).toBeGreaterThan(count);
      }),
    );
  });

  it('delayed entry changes nothing when everybody is seen from the start', () => {
    const spell = fc.record({
      tot: fc.integer({min: 0, max: 400}),
      soort: fc.constantFrom('einde' as const, 'concurrent' as const, null),
    });
    fc.assert(
      fc.property(fc.array(spell, {minLength: 1, maxLength: 60}), (spells) => {
        const steps = survivalCurve(spells.map((one) => ({...one, vanaf: 0})));
        let open = 1;
        for (const step of steps) {
          expect(step.open).toBeLessThanOrEqual(open);
          // What ended, by whichever cause, and what is open are everybody.
          expect(step.incidentie + step.open).toBeLessThanOrEqual(1 + 1e-9);
          open = step.open;
        }
      }),
    );
  });
});
