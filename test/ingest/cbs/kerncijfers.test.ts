import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {cbsTranslator} from '../../../ingest/sources/cbs/adapter.ts';
import {estimateAges} from '../../../ingest/sources/cbs/ages.ts';
import {contentOf, profileFindings, unpacked} from '../../support/unpacked.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const AGES = ['k_0Tot15Jaar', 'k_15Tot25Jaar', 'k_25Tot45Jaar', 'k_45Tot65Jaar', 'k_65JaarOfOuder'];

/** A StatLine file: the numbers behind the columns start at `first`. */
function statline(lines: string[], first = 5, delimiter = ';'): string {
  const ages = AGES.map((name, index) => `${name}_${first + 3 + index}`);
  const header = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', `AantalInwoners_${first}`, ...ages];
  return `${[header.join(';'), ...lines].join('\r\n')}\r\n`.replaceAll(';', delimiter);
}
const translate = (text: string | Buffer, naam = 'kerncijfers_2023.csv', side?: unknown) =>
  cbsTranslator.translate(
    unpacked({[naam]: text, ...(side === undefined ? {} : {'cbs.json': side})}),
    NOW,
  );
const read = async (...args: Parameters<typeof translate>) => {
  const {tabellen} = await translate(...args);
  return {...(await contentOf(tabellen[0])), waarschuwingen: tabellen[0]?.waarschuwingen ?? []};
};

const WIJK = '1;"WK040001  ";"Den Helder     ";1000;150;100;240;310;200';
const GROUPS = {'0-17': '180', '18-26': '94', '27-64': '526', '65-79': '151', '80+': '49'};

describe('Kerncijfers Wijken en Buurten', () => {
  it('gives five age groups per wijk and gemeente, and says that they are estimated', async () => {
    const gemeente = '0;"GM0400    ";"Den Helder     ";2000;300;200;480;620;400';
    const {rows, lines, waarschuwingen} = await read(statline([gemeente, WIJK]));
    expect(profileFindings('bevolking', rows)).toEqual([]);
    expect(lines).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(rows[0]).toEqual({
      gebied_code: 'GM0400',
      jaar: '2023',
      leeftijdsgroep: '0-17',
      aantal: '360',
    });
    const wijk = rows.slice(5).map(({leeftijdsgroep, aantal}) => [leeftijdsgroep, aantal]);
    expect(Object.fromEntries(wijk)).toEqual(GROUPS);
    expect(waarschuwingen).toMatchObject([{regel: null, code: 'LEEFTIJD_GESCHAT'}]);
  });

  it.each([4, 5, 6])('finds its columns by name, not by number or place (from _%d)', async (n) => {
    expect((await read(statline([WIJK], n))).rows).toHaveLength(5);
    expect((await read(statline([WIJK], n, '\t'))).rows).toHaveLength(5);
    expect((await read(statline([WIJK], n, ','))).rows).toHaveLength(5);
  });

  it('reads the kwb file of any year, in Windows-1252 too', async () => {
    const text =
      'gwb_code_10;regio;recs;a_65_oo;a_45_64;a_25_44;a_15_24;a_00_14;p_00_14;a_inw\n' +
      'WK040001;Caf\u00e9wijk;Wijk;200;310;240;100;150;15;1000\n';
    const {rows} = await read(Buffer.from(text, 'latin1'), 'kwb-2014.csv');
    expect(rows.map(({aantal}) => aantal)).toEqual(Object.values(GROUPS));
    expect(rows[0]?.['jaar']).toBe('2014');
  });

  it('knows a point as "CBS does not say": a warning with its line, never a zero', async () => {
    const unknown = '2;"WK040002  ";"Den Helder     ";10;.;.;5;.;.';
    const {rows, rejected, waarschuwingen} = await read(statline([WIJK, unknown]));
    expect(rows).toHaveLength(5);
    expect(rejected).toEqual([]);
    expect(waarschuwingen).toContainEqual(expect.objectContaining({regel: 3, code: 'GEEN_CIJFER'}));
  });

  it('counts zero for a wijk where nobody lives', async () => {
    const {rows} = await read(statline(['2;WK040002;Den Helder;0;.;.;.;.;.']));
    expect(rows.map(({aantal}) => aantal)).toEqual(['0', '0', '0', '0', '0']);
  });

  it('rejects a line with something else than a number', async () => {
    const {rows, rejected} = await read(statline(['2;WK040002;Den Helder;9;1,5;1;1;1;1']));
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{regel: 2, kolom: 'aantal', code: 'GETAL'}]);
  });

  it('leaves out buurten and the country, and other gemeenten with a count', async () => {
    const lines = [
      '0;NL00;Nederland;9;1;1;1;1;1',
      WIJK,
      '2;BU04000100;Den Helder;9;1;1;1;1;1',
      '3;WK045301;Velsen;9;1;1;1;1;1',
    ];
    const {rows, waarschuwingen} = await read(statline(lines), 'kwb_2023.csv', {
      gemeente_code: 'GM0400',
    });
    expect(new Set(rows.map(({gebied_code}) => gebied_code))).toEqual(new Set(['WK040001']));
    expect(waarschuwingen.map(({code}) => code)).toEqual(['ANDERE_GEMEENTE', 'LEEFTIJD_GESCHAT']);
  });

  it('has its year in the name of the file or in cbs.json, else it is refused', async () => {
    await expect(read(statline([WIJK]), 'kwb.csv')).rejects.toThrow('het jaar');
    const {rows} = await read(statline([WIJK]), 'kwb.csv', {jaar: 2022});
    expect(rows[0]?.['jaar']).toBe('2022');
  });

  it('is refused when the CSV is broken, without a word of its text', async () => {
    const text = statline(['1;"geheim;9']);
    await expect(translate(text)).rejects.toThrow('deze CSV is niet heel');
    await expect(translate(text)).rejects.not.toThrow('geheim');
  });
});

describe('ages between the groups of CBS', () => {
  const counts = fc.array(fc.nat({max: 200_000}), {minLength: 5, maxLength: 5});

  it('never lose or add an inhabitant', () => {
    fc.assert(
      fc.property(counts, (bands) => {
        const aantallen = estimateAges(bands).map(({aantal}) => aantal);
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(sum(aantallen)).toBe(sum(bands));
        expect(aantallen.every((aantal) => Number.isInteger(aantal) && aantal >= 0)).toBe(true);
      }),
    );
  });

  it('stay within one of the exact part', () => {
    fc.assert(
      fc.property(counts, (bands) => {
        const [b0 = 0, b15 = 0, b25 = 0, b45 = 0, b65 = 0] = bands;
        const exact = [
          b0 + 0.3 * b15,
          0.7 * b15 + 0.1 * b25,
          0.9 * b25 + b45,
          0.757 * b65,
          0.243 * b65,
        ];
        estimateAges(bands).forEach(({aantal}, index) => {
          expect(Math.abs(aantal - exact[index]!)).toBeLessThan(1.0001);
        });
      }),
    );
  });
});
