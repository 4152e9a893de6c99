import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'csv-parse/sync';
import {findTaakveld, taakveldenVan, type Groep} from '../../../ingest/sources/iv3/taakvelden.ts';
import {realPath} from '../../support/real-files.ts';

const LIST = realPath('iv3', 'iv3_taakvelden_gemeente_2017-2026.csv');
const GROUPS: Groep[] = ['toegang', 'wmo_maatwerk', 'jeugdhulp'];

describe('the crosswalk of taakvelden', () => {
  it.each([2017, 2022, 2023, 2024, 2025, 2026])('has every group in %d', (boekjaar) => {
    for (const groep of GROUPS) {
      expect(taakveldenVan(boekjaar).filter((taakveld) => taakveld.groep === groep)).not.toEqual(
        [],
      );
    }
  });

  it('breaks between 2022 and 2023 and between 2024 and 2025, and nowhere else', () => {
    const breaks = Array.from({length: 14}, (_, index) => 2017 + index).filter(
      (jaar) => taakveldenVan(jaar) !== taakveldenVan(jaar + 1),
    );
    expect(breaks).toEqual([2022, 2024]);
    expect(taakveldenVan(2016)).toEqual([]);
  });

  it('keeps a law within its group', () => {
    for (const jaar of [2017, 2023, 2025]) {
      for (const {groep, wet} of taakveldenVan(jaar)) {
        if (groep === 'wmo_maatwerk') expect(wet).toBe('wmo');
        if (groep === 'jeugdhulp') expect(wet).toBe('jeugdwet');
      }
    }
  });

  it('names the codes of the same group for a code of another generation', () => {
    expect(findTaakveld(2025, '6.2')).toEqual({taakveld: null, bedoeld: ['6.21', '6.22', '6.23']});
    expect(findTaakveld(2019, '6.23')).toEqual({taakveld: null, bedoeld: ['6.2']});
    expect(findTaakveld(2019, '6.72a')).toEqual({taakveld: null, bedoeld: ['6.72', '6.82']});
  });

  it('names all codes of the year for one that never existed', () => {
    const {taakveld, ...rest} = findTaakveld(2019, '6.999');
    expect(taakveld).toBeNull();
    expect(rest).toMatchObject({bedoeld: taakveldenVan(2019).map(({code}) => code)});
  });
});

describe.skipIf(!existsSync(LIST))('the list of CBS, 2017-2026', () => {
  const records = existsSync(LIST)
    ? parse<Record<string, string>>(readFileSync(LIST), {columns: true, bom: true})
    : [];
  const social = records.filter(
    ({code = '', soort}) => code.startsWith('6.') && soort === 'taakveld',
  );

  it.each([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'is ours in %d, code by code',
    (boekjaar) => {
      const theirs = social.filter((record) => record['boekjaar'] === String(boekjaar));
      expect(taakveldenVan(boekjaar).map(({code}) => code)).toEqual(theirs.map(({code}) => code));
      // CBS wrote 6.6 without brackets until 2019.
      const named = boekjaar < 2020 ? [] : theirs.map(({omschrijving}) => omschrijving);
      if (named.length > 0) expect(taakveldenVan(boekjaar).map(({naam}) => naam)).toEqual(named);
    },
  );
});
