import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cbsTranslator} from '../../../ingest/sources/cbs/adapter.ts';
import {contentOf, profileFindings, unpacked} from '../../support/unpacked.ts';
import {area, collection, LEFT, RIGHT} from './geojson.ts';
import {realPath} from '../../support/real-files.ts';

const GEO = realPath('geo');
const NOW = new Date('2026-11-24T02:00:00Z');
const translate = (content: Record<string, unknown>) =>
  cbsTranslator.translate(unpacked(content), NOW);

describe('areas of CBS as GeoJSON', () => {
  it('become gebieden with their parent, without "Wijk 01" before the name', async () => {
    const features = [
      area('WK040001  ', 'Wijk 01 Stad binnen de Linie-Oost ', LEFT),
      area('WK0400AB', 'Wijk AB Nieuw', RIGHT),
      area('BU04000100', 'Centrum', LEFT),
      area('GM0400', 'Den Helder', LEFT),
    ];
    const {feiten, tabellen} = await translate({'indeling_2024.geojson': collection(features)});
    expect(feiten).toEqual({
      gemeente_code: 'GM0400',
      bron: 'cbs',
      soort: 'aanvulling',
      aangemaakt_op: NOW.toISOString(),
      periode_van: '2024-01-01',
      periode_tot: '2024-01-01',
      synthetisch: false,
    });
    const {rows} = await contentOf(tabellen[0]);
    expect(profileFindings('gebied', rows)).toEqual([]);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['WK040001', '2024', 'wijk', 'Stad binnen de Linie-Oost', 'GM0400'],
      ['WK0400AB', '2024', 'wijk', 'Nieuw', 'GM0400'],
      ['BU04000100', '2024', 'buurt', 'Centrum', 'WK040001'],
      ['GM0400', '2024', 'gemeente', 'Den Helder', null],
    ]);
  });

  it.each([
    ['Wijk 00', 'Wijk 00'],
    ['Wijk 07 ', 'Wijk 07'],
    ['Wijkpark', 'Wijkpark'],
    ['Wijk aan Zee', 'Wijk aan Zee'],
    ["Wijk 03 't Zand", "'t Zand"],
  ])('keep a name that is all prefix or only looks like it: %s', async (statnaam, naam) => {
    const {tabellen} = await translate({
      'wijk_2024.geojson': collection([area('WK040001', statnaam, LEFT)]),
    });
    expect((await contentOf(tabellen[0])).rows[0]?.['naam']).toBe(naam);
  });

  it('without code or name are rejected one by one', async () => {
    const features = [
      {type: 'Feature', properties: {statcode: 'WK040001'}, geometry: null},
      area('PV27', 'Noord-Holland', LEFT),
      area('WK040002', 'Wijk 02 West', LEFT),
    ];
    const {tabellen} = await translate({'wijk_2024.geojson': collection(features)});
    const {rows, rejected} = await contentOf(tabellen[0]);
    expect(rows).toHaveLength(1);
    expect(rejected.map(({regel, code}) => [regel, code])).toEqual([
      [1, 'REGEL_STUK'],
      [2, 'REGEL_STUK'],
    ]);
  });
});

describe('the year of the areas', () => {
  const features = [area('WK040001', 'Wijk 01 Oost', LEFT)];
  const withYear = [area('WK040001', 'Wijk 01 Oost', LEFT, '2023WK040001')];
  const yearOf = async (content: Record<string, unknown>) =>
    (await contentOf((await translate(content)).tabellen[0])).rows[0]?.['jaar'];

  it('stands in the file, else in its name, else in cbs.json', async () => {
    expect(await yearOf({'wijken.geojson': collection(withYear)})).toBe('2023');
    expect(await yearOf({'wijk_2022_GM0400.geojson': collection(features)})).toBe('2022');
    const side = {'wijken.geojson': collection(features), 'cbs.json': {jaar: 2021}};
    expect(await yearOf(side)).toBe('2021');
  });

  it('has to be there', async () => {
    await expect(translate({'wijken_82023.geojson': collection(features)})).rejects.toThrow(
      'wijken_82023.geojson: het jaar van de indeling is onbekend',
    );
  });

  it('may not contradict itself', async () => {
    await expect(translate({'wijk_2024.geojson': collection(withYear)})).rejects.toThrow(
      'het jaar in de naam is anders',
    );
    const mixed = [...withYear, area('WK040002', 'Wijk 02 West', LEFT, '2022WK040002')];
    await expect(translate({'wijken.geojson': collection(mixed)})).rejects.toThrow(
      'meer dan één jaar',
    );
  });
});

describe('a file of the whole country', () => {
  const features = [
    area('WK040001', 'Wijk 01 Oost', LEFT),
    area('WK045301', 'Wijk 01 IJmuiden-Noord', RIGHT),
  ];

  it('needs cbs.json to say which gemeente', async () => {
    await expect(translate({'wijk_2024.geojson': collection(features)})).rejects.toThrow(
      'Voeg cbs.json toe met gemeente_code',
    );
  });

  it('gives the wijken of that gemeente and counts the others', async () => {
    const {feiten, tabellen} = await translate({
      'wijk_2024.geojson': collection(features),
      'cbs.json': {gemeente_code: 'GM0453', aangemaakt_op: '2024-09-01T00:00:00Z'},
    });
    expect(feiten).toMatchObject({
      gemeente_code: 'GM0453',
      aangemaakt_op: '2024-09-01T00:00:00.000Z',
    });
    expect((await contentOf(tabellen[0])).rows).toMatchObject([{naam: 'IJmuiden-Noord'}]);
    expect(tabellen[0]?.waarschuwingen).toMatchObject([{regel: null, code: 'ANDERE_GEMEENTE'}]);
  });

  it('names the fields of cbs.json that are wrong', async () => {
    const side = {gemeente_code: '453', kleur: 1};
    await expect(
      translate({'wijk_2024.geojson': collection(features), 'cbs.json': side}),
    ).rejects.toThrow('cbs.json: deze velden kloppen niet: gemeente_code');
  });
});

describe('recognising CBS files', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['GeoJSON', {'x.geojson': {}}, true],
    ['GeoJSON under another name', {'x.json': collection([area('WK040001', 'A', LEFT)])}, true],
    ['Kerncijfers', {'a.csv': 'gwb_code;a_inw;a_00_14;a_15_24;a_25_44;a_45_64;a_65_oo\n'}, true],
    ['a delivery of the profile', {'levering.json': {}, 'team.csv': 'team_id\n'}, false],
    ['GeoJSON in such a delivery', {'levering.json': {}, 'x.geojson': {}}, false],
    ['the side file alone', {'cbs.json': {}}, false],
    ['nothing', {}, false],
  ])('%s', async (_what, content, expected) => {
    expect(await cbsTranslator.recognises(unpacked(content))).toBe(expected);
  });
});

describe.skipIf(!existsSync(GEO))('the areas of Den Helder and Velsen', () => {
  it.each([
    ['GM0400', 8, 'Stad binnen de Linie-Oost'],
    ['GM0453', 10, 'Velsen-Zuid en Driehuis'],
  ])('%s has %d wijken', async (gemeente, aantal, naam) => {
    const file = `wijk_2024_${gemeente}_wgs84.geojson`;
    const {feiten, tabellen} = await cbsTranslator.translate(
      [{naam: file, pad: join(GEO, file), sha256: ''}],
      NOW,
    );
    expect(feiten.gemeente_code).toBe(gemeente);
    const {rows, rejected} = await contentOf(tabellen[0]);
    expect({aantal: rows.length, rejected}).toEqual({aantal, rejected: []});
    expect(rows.map((row) => row['naam'])).toContain(naam);
    for (const row of rows) expect(row).toMatchObject({ouder_code: gemeente, jaar: '2024'});
  });
});
