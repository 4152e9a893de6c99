import {describe, expect, it} from 'vitest';
import {isWithin} from '../../../queries/attack/result.ts';

describe('a share in one sample', () => {
  it('is no proof when it is one lucky guess', () => {
    expect(isWithin({right: 1, of: 1, limit: 0.1})).toBe(true);
    expect(isWithin({right: 2, of: 2, limit: 0.1})).toBe(false);
  });

  it('of many may pass its limit by two standard errors, no more', () => {
    // Mean 100, standard error 9.49.
    expect(isWithin({right: 118, of: 1000, limit: 0.1})).toBe(true);
    expect(isWithin({right: 121, of: 1000, limit: 0.1})).toBe(false);
  });

  it('of nothing is within', () => {
    expect(isWithin({right: 0, of: 0, limit: 0.1})).toBe(true);
  });
});
