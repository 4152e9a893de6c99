import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {drawClaims, payersOf, type Claim} from '../../../queries/attack/ledger-world.ts';
import {readPayers} from '../../../queries/finance/payers.ts';
import type {LawPayers} from '../../../queries/finance/payers.ts';
import {randomSource} from '../../../queries/statistics/random.ts';
import {Database} from '../../../warehouse/open.ts';

// Who is behind an amount decides whether it may leave: counted in SQL and once more in memory.

const MONTH_OF = [0, 1, 4, 7, 10];
const dayIn = (quarter: number): string =>
  `date '2022-${String(MONTH_OF[quarter]).padStart(2, '0')}-15'`;
const seeds = [1, 2, 3];
const claims: readonly Claim[][] = seeds.map((seed) => drawClaims(randomSource(seed)));

let warehouse: Database;
beforeAll(async () => {
  warehouse = await Database.open(':memory:');
  await warehouse.run('create schema kern');
  await warehouse.run(
    `create table kern.client as select 'GM' || gm as gemeente_code, i::varchar as client_id
     from range(1, 4) as g(gm), range(1000) as r(i)`,
  );
  await warehouse.run(
    `create table kern.zorgpost as select 'GM' || gm as gemeente_code, 2022 as boekjaar,
       'wmo' as wet, i::varchar as productcategorie, 'post ' || i as regel
     from range(1, 4) as g(gm), range(10) as r(i)`,
  );
  await warehouse.run(
    `create table kern.prestatie (gemeente_code varchar, client_id varchar, wet varchar,
       productcategorie varchar, bedrag_cent bigint, periode_begin date, datum_ingediend date,
       status varchar)`,
  );
  for (const [index, own] of claims.entries()) {
    const rows = own.map(
      ({client, post, hulp, boeking, cent}) =>
        `('GM${String(index + 1)}', '${String(client)}', 'wmo', '${post.slice(5)}', ${String(cent)},
          ${dayIn(hulp)}, ${dayIn(boeking)}, 'toegekend')`,
    );
    // What was rejected has nobody behind it.
    rows.push(`('GM1', '1', 'wmo', '0', 99999999, ${dayIn(1)}, ${dayIn(1)}, 'afgekeurd')`);
    await warehouse.run(`insert into kern.prestatie values ${rows.join(', ')}`);
  }
});
afterAll(() => {
  warehouse.close();
});

const sorted = (law: LawPayers): LawPayers => ({
  totaal: law.totaal,
  posten: law.posten
    .map((post) => ({...post, leden: new Array<number>(post.leden?.length ?? 0).fill(0)}))
    .sort((a, b) => (a.regel < b.regel ? -1 : 1)),
});

describe('who is behind an amount', () => {
  it.each(seeds)('is counted in SQL as in memory, law %i', async (seed) => {
    const found = (await readPayers(warehouse)).get(`GM${String(seed)} 2022 wmo`);
    const expected = payersOf(claims[seed - 1] ?? []);
    for (const part of ['kwartaal', 'vanaf'] as const) {
      expect(found?.[part].flat().map(sorted)).toEqual(expected[part].flat().map(sorted));
    }
  });

  it('is once somebody with claims on several posts and days', async () => {
    const {kwartaal} = (await readPayers(warehouse)).get('GM1 2022 wmo') ?? {kwartaal: []};
    const [help] = kwartaal[0] ?? [];
    const rows = (help?.posten ?? []).reduce((sum, {clienten}) => sum + clienten, 0);
    expect(help?.totaal.clienten).toBeLessThan(rows);
  });
});
