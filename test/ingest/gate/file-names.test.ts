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

describe('a year and two letters in a name', () => {
  it.each(['2024_KW_1.zip', '2022_JW_301.zip', '2021 HJ 2.csv', '2024_LV.zip'])(
    '%s is a period or a law',
    (name) => {
      expect(checkFileNames([name], NOW)).toEqual([]);
    },
  );

  it.each(['1944PT_ 45.zip', '1971 AB 12.csv', 'Dorpsstraat 12 1971AB.zip'])(
    '%s is an address',
    (name) => {
      expect(checkFileNames([name], NOW)).toHaveLength(1);
    },
  );
});

describe('a name in which somebody is called or can be', () => {
  it.each(['export jan de vries.zip', 'wmo_fatima_el_amrani_2024.csv', 'export-0612345678.zip'])(
    '%s is refused, with or without capitals',
    (name) => {
      expect(checkFileNames([name], NOW)).toHaveLength(1);
    },
  );

  it.each(['stand_jan_wijk_1.csv', 'lijst_max_budget.csv', 'wmo-2024061234.zip'])(
    '%s calls nobody',
    (name) => {
      expect(checkFileNames([name], NOW)).toEqual([]);
    },
  );
});
