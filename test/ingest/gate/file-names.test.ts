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
  it.each([
    '2024_KW_1.zip',
    '2022_JW_301.zip',
    '2021 HJ 2.csv',
    '2024JW.zip',
    '2024kw.csv',
    'levering 2024WK.zip',
    '2024_LV.zip',
    '2021_DH_wijkteam.zip',
  ])('%s is a period, a law, or a year and a sign', (name) => {
    expect(checkFileNames([name], NOW)).toEqual([]);
  });

  it.each(['1944PT_ 45.zip', '1971 AB 12.csv', 'Dorpsstraat 12 1971AB.zip', '2023_AB_12.zip'])(
    '%s is an address',
    (name) => {
      expect(checkFileNames([name], NOW)).toMatchObject([{soort: 'postcode met huisnummer'}]);
    },
  );
});

describe('a postcode in a name, without a number', () => {
  it.each([
    '2024LV.csv',
    'levering 2024LV.zip',
    'levering_2024lv.zip',
    'levering 2024 LV.zip',
    '1971_AB.zip',
    '1971KW.zip',
    'levering 2024KW en 1971AB.zip',
    // No delivery is of a year that has not come.
    '2037_AB.zip',
    'export-wijk (2011 AB).csv',
  ])('%s is one, also when it begins as a year', (name) => {
    expect(checkFileNames([name], NOW)).toMatchObject([{soort: 'postcode'}]);
  });

  it.each([
    '2021-03_GM0400_wijkteam.zip',
    '2024_GM0400_berichten.zip',
    'GM0400 2024Q1.zip',
    '2024K1.zip',
    '2024-K1_wijkteam.zip',
    '2024H1.csv',
    '2024KW1.zip',
    '2024-01.zip',
    '20240131_GM0453_zorgned.zip',
    'wmo301_2024.xml',
    'levering 2023 en 2024.zip',
    'WK040001 2024.csv',
    '2024WMO.zip',
    '2024_SD.zip',
  ])('%s has none', (name) => {
    expect(checkFileNames([name], NOW)).toEqual([]);
  });
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
