import {describe, expect, it} from 'vitest';
import {merged} from '../../../queries/attack/merged.ts';
import type {AttackResult} from '../../../queries/attack/result.ts';

const tries = (right: number, of: number): AttackResult => ({
  id: 'A',
  poging: 'x',
  geslaagd: true,
  gemeten: {paren: of},
  grens: 'x',
  sample: {right, of, limit: 0.6},
});
const verdict = (...samples: (readonly [number, number])[]): boolean | undefined =>
  merged(samples.map(([right, of]) => tries(right, of)))[0]?.geslaagd;

describe('a share over several gemeenten', () => {
  it('has no allowance for chance, though one gemeente has', () => {
    expect(verdict([38, 60], [20, 60])).toBe(true);
    expect(verdict([38, 60], [37, 60])).toBe(false);
  });

  it('of many tries has to be below its limit with 95% certainty', () => {
    // 0.58 of 600: the true share may well be above 0.6. 0.55 of 600: hardly.
    expect(verdict([174, 300], [174, 300])).toBe(false);
    expect(verdict([165, 300], [165, 300])).toBe(true);
  });

  it('is told with its upper bound', () => {
    const [found] = merged([tries(165, 300), tries(165, 300)]);
    expect(found?.gemeten).toMatchObject({paren: 600, alles_samen: 0.55});
    expect(found?.gemeten['bovengrens_95_procent']).toBeCloseTo(0.585, 2);
  });
});
