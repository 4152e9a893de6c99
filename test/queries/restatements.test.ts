import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {listRestatements} from '../../queries/restatements.ts';
import {Database} from '../../warehouse/open.ts';

const COLUMNS = `gemeente_code varchar, niveau varchar, gebied_code varchar, periodesoort varchar,
  periode varchar, wet varchar, waarde double, status varchar`;

/** A publication with the figures of one indicator: period, wet, value, status. */
async function publicationWith(rows: readonly string[]): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'herziening-')), 'publicatie.duckdb');
  const database = await Database.open(path);
  await database.run(`create table cijfer_wachttijd (${COLUMNS})`);
  for (const row of rows) {
    await database.run(
      `insert into cijfer_wachttijd by name
       select 'GM0400' as gemeente_code, 'wijk' as niveau, 'WK040001' as gebied_code,
         'jaar' as periodesoort, ${row}`,
    );
  }
  database.close();
  return path;
}
const figure = (periode: string, wet: string, waarde: number | null, status = 'ok'): string =>
  `'${periode}' as periode, '${wet}' as wet, ${waarde} as waarde, '${status}' as status`;

describe('the list of restatements', () => {
  it('has every figure that changed, came or went, with what it was, and no other', async () => {
    const older = await publicationWith([
      figure('2020', 'alle', 30),
      figure('2021', 'alle', 40),
      figure('2021', 'wmo', null, 'te_klein'),
      figure('2019', 'alle', 25),
    ]);
    const newer = await publicationWith([
      figure('2020', 'alle', 30),
      figure('2021', 'alle', 45),
      figure('2021', 'wmo', 20),
      figure('2022', 'alle', null, 'onvolledig'),
    ]);
    const changed = await listRestatements(newer, older);
    expect(
      changed.map(({periode, dimensies, soort, oud, nieuw}) => [
        periode,
        dimensies,
        soort,
        oud,
        nieuw,
      ]),
    ).toEqual([
      ['2019', {}, 'vervallen', {waarde: 25, status: 'ok'}, null],
      ['2021', {}, 'gewijzigd', {waarde: 40, status: 'ok'}, {waarde: 45, status: 'ok'}],
      [
        '2021',
        {wet: 'wmo'},
        'gewijzigd',
        {waarde: null, status: 'te_klein'},
        {waarde: 20, status: 'ok'},
      ],
      ['2022', {}, 'nieuw', null, {waarde: null, status: 'onvolledig'}],
    ]);
    expect(changed[0]).toMatchObject({
      indicator: 'wachttijd',
      gemeente: 'GM0400',
      gebied: 'WK040001',
    });
  });

  it('is empty for two publications with the same figures', async () => {
    const rows = [figure('2020', 'alle', 30)];
    expect(
      await listRestatements(await publicationWith(rows), await publicationWith(rows)),
    ).toEqual([]);
  });
});
