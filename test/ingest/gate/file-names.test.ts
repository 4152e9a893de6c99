import {describe, expect, it} from 'vitest';
import {checkFileNames} from '../../../ingest/gate/name-check.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const numbered = (numbers: readonly string[]) => numbers.map((number) => `wmo323_${number}.xml`);

describe('names of numbered files', () => {
  it('are no BSNs because one in a few passes the elfproef by chance', () => {
    const names = numbered(['999900001', '999900006', '999900007']);
    expect(checkFileNames(names, NOW)).toEqual([]);
  });

  it.each([
    [['999900006']],
    [['999900006', '999900018']],
    [['999900006', '999900018', '999900001']],
  ])('%j are BSNs: half of them or more pass', (numbers) => {
    expect(checkFileNames(numbered(numbers), NOW)).not.toEqual([]);
  });
});
