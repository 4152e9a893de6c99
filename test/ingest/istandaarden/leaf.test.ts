import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readLeaf} from '../../../ingest/sources/istandaarden/leaf.ts';

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

describe('a date in a message', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2024-04-31', false],
    ['2024-00-10', false],
    ['2024-13-01', false],
    ['2024-01-00', false],
  ])('%s exists: %s', (day, exists) => {
    expect('waarde' in readLeaf('datum', day, 'wmo')).toBe(exists);
  });

  it('exists exactly when the calendar has it', () => {
    const day = fc.tuple(fc.integer({min: 1900, max: 2199}), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
        const real = new Date(Date.UTC(year, month - 1, date));
        const exists = real.toISOString().slice(0, 10) === text;
        expect('waarde' in readLeaf('datum', text, 'wmo')).toBe(exists);
      }),
      {numRuns: 2000},
    );
  });
});
