import {tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {arrowStream} from '../../../dashboard/server/formats/arrow.ts';
import {excelCsv, openCsv} from '../../../dashboard/server/formats/csv.ts';
import type {Table} from '../../../dashboard/server/answer.ts';
import {testServer} from '../../support/server.ts';

const QUESTION =
  '/api/v1/cijfers?indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk' +
  '&periodesoort=kwartaal&van=2022-K1&uitsplitsen=wet';

type Row = Record<string, unknown>;

describe('the formats of figures', () => {
  it('agree cell by cell', async () => {
    const server = await testServer();
    const [json, csv, excel, arrow] = await Promise.all(
      ['json', 'csv', 'csv-excel', 'arrow'].map((vorm) => server.get(`${QUESTION}&vorm=${vorm}`)),
    );
    const rows = (JSON.parse(json!.text) as {cijfers: Row[]}).cijfers;
    const fromArrow = tableFromIPC(arrow!.bytes)
      .toArray()
      .map((row: {toJSON(): Row}) => row.toJSON());
    const fromCsv = parseCsv(csv!.text, ',', (text) => text);
    const fromExcel = parseCsv(excel!.text.slice(1), ';', (text) => text.replace(',', '.'));

    expect(rows.some(({status}) => status !== 'ok')).toBe(true);
    expect(fromArrow).toEqual(rows.map((row) => ({...FIXED, ...row})));
    const asText = rows.map((row) => texts({...FIXED, ...row}));
    expect(fromCsv).toEqual(asText);
    expect(fromExcel).toEqual(asText);
  });

  it('can be chosen with Accept', async () => {
    const server = await testServer();
    for (const [accept, type] of [
      ['text/csv', 'text/csv; charset=utf-8; header=present'],
      ['application/vnd.apache.arrow.stream', 'application/vnd.apache.arrow.stream'],
      ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json; charset=utf-8'],
      ['application/json', 'application/json; charset=utf-8'],
    ] as const) {
      const answer = await server.get(QUESTION, {accept});
      expect([accept, answer.headers['content-type']]).toEqual([accept, type]);
      expect(answer.headers.vary).toBe('Accept, Accept-Encoding');
    }
  });

  it('have the look of the golden files', async () => {
    const server = await testServer();
    const name = (vorm: string) => `../../golden/server/cijfers.${vorm}`;
    const csv = await server.get(
      `${QUESTION}&van=2022-K3&tot=2022-K4&vorm=csv`.replace('van=2022-K1&', ''),
    );
    const excel = await server.get(`${QUESTION}&vorm=csv-excel`);
    await expect(csv.text).toMatchFileSnapshot(name('csv'));
    await expect(excel.text).toMatchFileSnapshot(name('excel.csv'));
    expect(excel.headers['content-disposition']).toBe(
      'attachment; filename="verwijzingen_tweede_lijn-2022-11-a.csv"',
    );
  });
});

const FIXED = {indicator: 'verwijzingen_tweede_lijn', publicatie: '2022-11-a'};

function texts(row: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null) return [name, ''];
      return [
        name,
        typeof value === 'boolean' ? (value ? 'ja' : 'nee') : `${value as string | number}`,
      ];
    }),
  );
}

function parseCsv(text: string, delimiter: string, number: (text: string) => string): Row[] {
  const [header, ...lines] = text.trimEnd().split('\r\n');
  const names = header!.split(delimiter);
  return lines.map((line) => {
    const cells = line.split(delimiter);
    return Object.fromEntries(names.map((name, index) => [name, number(cells[index]!)]));
  });
}

describe('a table in CSV', () => {
  const table = (text: string): Table => ({
    kolommen: [
      {naam: 'naam', soort: 'tekst'},
      {naam: 'waarde', soort: 'getal'},
    ],
    rijen: [[text, -1234.5]],
  });

  it('starts with a mark that tells Excel it is UTF-8, and has a decimal comma', () => {
    expect(excelCsv(table("'s-Gravenhage"))).toBe("\uFEFFnaam;waarde\r\n's-Gravenhage;-1234,5\r\n");
  });

  it('never holds a text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        for (const csv of [openCsv(table(start + rest)), excelCsv(table(start + rest))]) {
          const cell = csv.replace('\uFEFF', '').slice('naam,waarde\r\n'.length);
          expect(cell).toMatch(/^"?'/);
        }
      }),
    );
  });
});

describe('a table in Arrow', () => {
  it('keeps any text, number and gap', () => {
    const cell = fc.option(fc.string(), {nil: null});
    const number = fc.option(fc.double({noNaN: true}), {nil: null});
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, number, fc.boolean()), {minLength: 1}), (rijen) => {
        const table: Table = {
          kolommen: [
            {naam: 't', soort: 'tekst'},
            {naam: 'g', soort: 'getal'},
            {naam: 'w', soort: 'waar'},
          ],
          rijen,
        };
        const back = tableFromIPC(arrowStream(table));
        expect(back.toArray().map((row: {toJSON(): Row}) => Object.values(row.toJSON()))).toEqual(
          rijen,
        );
      }),
      {numRuns: 50},
    );
  });
});
