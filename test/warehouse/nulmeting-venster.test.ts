import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {NULMETINGREGELS} from '../../queries/contract/indicator.ts';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
  await buildModels(database);
  for (const [code, start] of [
    ['april', "date '2020-04-01'"],
    ['midden', "date '2020-08-15'"],
    ['januari', "date '2015-01-01'"],
    ['oktober', "date '2014-10-01'"],
    ['onbekend', 'null::date'],
  ]) {
    await database.run(
      `insert into ref.gebied_boom by name select 'GM1' as gemeente_code, 'team' as niveau,
         '${code ?? ''}' as gebied_code, '${code ?? ''}' as naam, ${start ?? ''} as startdatum`,
    );
  }
  const sql = readFileSync('warehouse/models/ref/nulmeting_venster.sql', 'utf8');
  await database.run(`create or replace table ref.nulmeting_venster as ${sql}`);
});
afterAll(() => {
  database.close();
});

async function windowOf(code: string, regel: string): Promise<string | null> {
  const [row] = await database.rows(
    `select van::varchar as van, tot::varchar as tot from ref.nulmeting_venster
     where gebied_code = $code and regel = $regel`,
    {code, regel},
  );
  return row === undefined ? null : `${String(row['van'])}..${String(row['tot'])}`;
}

describe('the window of a 0-meting', () => {
  it.each([
    ['april', '12_maanden_voor_start', '2019-04-01..2020-03-31'],
    ['midden', '12_maanden_voor_start', '2019-08-01..2020-07-31'],
    ['april', '24_maanden_voor_start', '2018-04-01..2020-03-31'],
    ['april', 'halfjaar_voor_start', '2019-07-01..2019-12-31'],
    ['midden', 'halfjaar_voor_start', '2020-01-01..2020-06-30'],
    ['januari', 'halfjaar_voor_start', '2014-07-01..2014-12-31'],
    ['oktober', 'jaar_voor_start', '2013-01-01..2013-12-31'],
    ['januari', 'jaar_voor_start', '2014-01-01..2014-12-31'],
    ['april', 'eerste_halfjaar', '2020-04-01..2020-09-30'],
    ['midden', 'eerste_halfjaar', '2020-09-01..2021-02-28'],
  ])('of a team that starts in %s is by %s %s', async (code, regel, expected) => {
    expect(await windowOf(code, regel)).toBe(expected);
  });

  it('has every rule that an indicator can choose, and none where the start is unknown', async () => {
    const rows = await database.rows('select distinct regel from ref.nulmeting_venster');
    expect(rows.map(({regel}) => String(regel)).sort()).toEqual([...NULMETINGREGELS].sort());
    const unknown = await Promise.all(NULMETINGREGELS.map((regel) => windowOf('onbekend', regel)));
    expect(unknown.every((found) => found === null)).toBe(true);
  });

  it('is the first half-year for what did not exist before the team', () => {
    const first = readCatalogue('queries/indicators')
      .all()
      .filter(({nulmeting}) => nulmeting === 'eerste_halfjaar')
      .map(({id}) => id);
    expect(first).toEqual(['participatie', 'zelfredzaamheid_op_peil', 'zelfredzaamheid_verbeterd']);
  });
});
