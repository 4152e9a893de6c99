import {describe, expect, it} from 'vitest';
import {iv3Translator} from '../../../ingest/sources/iv3/adapter.ts';
import {contentOf, unpacked} from '../../support/unpacked.ts';

const NOW = new Date('2025-10-01T02:00:00Z');
const row = (override: Record<string, unknown> = {}): Record<string, unknown> => ({
  ID: 0,
  TaakveldBalanspost: '6.71a ',
  Categorie: 'L3.8    ',
  Gemeenten: 'GM0400   ',
  Verslagsoort: '2024X005',
  k_1ePlaatsing_1: 10,
  k_2ePlaatsing_2: 12,
  ...override,
});
const translate = (content: unknown, naam = 'statline.json') =>
  iv3Translator.translate(unpacked({[naam]: content}), NOW);
const amounts = async (rows: unknown[]): Promise<(string | null | undefined)[]> => {
  const {tabellen} = await translate({value: rows});
  return (await contentOf(tabellen[0])).rows.map(({bedrag}) => bedrag);
};

describe('published Iv3', () => {
  it('has padded keys and thousands of euros', async () => {
    const {feiten, tabellen} = await translate({value: [row()]});
    expect(feiten).toMatchObject({
      gemeente_code: 'GM0400',
      bron: 'iv3_realisatie_2024',
      aangemaakt_op: NOW.toISOString(),
      periode_tot: '2024-12-31',
    });
    expect((await contentOf(tabellen[0])).rows).toEqual([
      {
        gemeente_code: 'GM0400',
        boeking_id: 'iv3-2024-6.71a-L3.8',
        boekjaar: '2024',
        maand: '12',
        regel: 'iv3-6.71a-L3.8',
        kant: 'lasten',
        bedrag: '12000.00',
      },
    ]);
  });

  it('says "no figure" with -99998 exactly; amounts beyond it are real', async () => {
    const both = {k_1ePlaatsing_1: -99998, k_2ePlaatsing_2: -99998};
    expect(await amounts([row(both)])).toEqual([]);
    expect(await amounts([row({...both, k_2ePlaatsing_2: -99999})])).toEqual(['-99999000.00']);
    expect(await amounts([row({...both, k_2ePlaatsing_2: -446327})])).toEqual(['-446327000.00']);
    const {tabellen} = await translate({value: [row(both), row()]});
    expect(tabellen[0]?.waarschuwingen).toMatchObject([{code: 'GEEN_CIJFER'}]);
  });

  it('corrects the first publication with the second, when that has a figure', async () => {
    expect(await amounts([row({k_2ePlaatsing_2: -99998})])).toEqual(['10000.00']);
    expect(await amounts([row({k_2ePlaatsing_2: null})])).toEqual(['10000.00']);
    expect(await amounts([row({k_2ePlaatsing_2: 0})])).toEqual(['0.00']);
  });

  it('tells lasten from baten by the letter of the category', async () => {
    const {tabellen} = await translate({value: [row({Categorie: 'B4.3.1  '})]});
    const {rows} = await contentOf(tabellen[0]);
    expect(rows[0]).toMatchObject({kant: 'baten', regel: 'iv3-6.71a-B4.3.1'});
  });

  it('of the begroting is the primitive budget', async () => {
    const {tabellen} = await translate({value: [row({Verslagsoort: '2024X000'})]});
    expect(tabellen[0]?.tabel).toBe('begroting');
  });

  it('leaves out balance sheet and other taakvelden', async () => {
    const rows = [
      row({TaakveldBalanspost: 'A111  ', Categorie: 'Ultimo  '}),
      row({TaakveldBalanspost: '0.1   '}),
      row(),
    ];
    expect(await amounts(rows)).toEqual(['12000.00']);
  });

  it('reads as CSV too, with the line of each row', async () => {
    const header = 'ID;TaakveldBalanspost;Categorie;Gemeenten;Verslagsoort';
    const text = [
      `"${`${header};k_1ePlaatsing_1;k_2ePlaatsing_2`.replaceAll(';', '";"')}"`,
      '0;"0.1   ";"L1.1    ";"GM0400   ";"2023X000";5;5',
      '1;"6.2   ";"L1.1    ";"GM0400   ";"2023X000";5;-99998',
      '2;"6.711 ";"L1.1    ";"GM0400   ";"2023X000";5;',
    ].join('\r\n');
    const files = unpacked({'Iv3.csv': text});
    expect(await iv3Translator.recognises(files)).toBe(true);
    const {tabellen} = await iv3Translator.translate(files, NOW);
    const {rows, lines, rejected} = await contentOf(tabellen[0]);
    expect(lines).toEqual([3, 4]);
    expect(rows).toMatchObject([{taakveld: '6.2', bedrag: '5000.00'}]);
    expect(rejected).toMatchObject([{regel: 4, code: 'TAAKVELD'}]);
  });

  it.each<[string, unknown, string]>([
    ['two gemeenten', {value: [row(), row({Gemeenten: 'GM0453   '})]}, 'Gemeenten'],
    ['two reports', {value: [row(), row({Verslagsoort: '2024X000'})]}, 'Verslagsoort'],
    ['no rows', {value: [], TaakveldBalanspost: 1}, 'Gemeenten'],
    ['no list', {TaakveldBalanspost: 1}, 'value'],
    ['a text as amount', {value: [row({k_1ePlaatsing_1: 'geheim'})]}, 'k_1ePlaatsing_1'],
  ])('is refused with %s', async (_what, content, reden) => {
    await expect(translate(content)).rejects.toThrow(reden);
    await expect(translate(content)).rejects.not.toThrow('geheim');
  });

  it('is refused when the CSV is broken, without a word of its text', async () => {
    const text = 'TaakveldBalanspost;Categorie\n"geheim;x\n';
    await expect(translate(text, 'x.csv')).rejects.toThrow('deze CSV is niet heel');
  });
});
