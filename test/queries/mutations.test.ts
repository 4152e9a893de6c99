import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {
  heldWijken,
  mutationGate,
  neededMutations,
  readMutations,
  rememberState,
  type Mutations,
} from '../../queries/mutations.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

const gemeente = (over: Partial<Mutations>): Mutations => ({
  gemeente: 'GM1',
  naam: 'Voorbeeld',
  clienten: 1000,
  mutaties: 200,
  perWijk: new Map(),
  ...over,
});

describe('the mutation gate', () => {
  it('asks two hundred changed clients, or five percent when that is more', () => {
    expect(neededMutations(1000)).toBe(200);
    expect(neededMutations(4000)).toBe(200);
    expect(neededMutations(5000)).toBe(250);
  });

  it('opens at the limit and is closed one below it, saying why', () => {
    expect(mutationGate([gemeente({mutaties: 200})])).toBeNull();
    expect(mutationGate([gemeente({mutaties: 199})])).toMatch(
      /In Voorbeeld veranderde te weinig.*Nodig zijn 200 wijzigingen/,
    );
  });

  it('never says how many clients changed', () => {
    expect(mutationGate([gemeente({mutaties: 137})])).not.toContain('137');
  });

  it('waits for every gemeente, and lets one pass in which nothing changed', () => {
    expect(mutationGate([gemeente({}), gemeente({naam: 'Ander', mutaties: 5})])).toContain('Ander');
    expect(mutationGate([gemeente({}), gemeente({mutaties: 0})])).toBeNull();
  });

  it('holds a wijk with one to fifty-nine mutations, and all when nothing is known', () => {
    const wijken = ['A', 'B', 'C'].map((gebied) => ({gemeente: 'GM1', gebied}));
    const perWijk = new Map([
      ['A', 59],
      ['B', 60],
    ]);
    expect(heldWijken([gemeente({perWijk})], wijken).map(({gebied}) => gebied)).toEqual(['A']);
    expect(heldWijken([gemeente({mutaties: null})], wijken)).toHaveLength(3);
  });
});

describe('mutations', () => {
  let warehouse: Database;
  beforeEach(async () => {
    warehouse = await Database.open(':memory:');
    await applySchema(warehouse);
    await warehouse.run(
      `create table ref.gebied_boom as select 'GM1' as gemeente_code, 'gemeente' as niveau,
         'GM1' as gebied_code, 'Voorbeeld' as naam`,
    );
    await warehouse.run(
      `create table kern.verblijf as select 'GM1' as gemeente_code, 'c' || i as client_id,
         case when i % 2 = 0 then 'A' else 'B' end as wijk_code, date '9999-12-31' as geldig_tot
       from range(10) as r(i)`,
    );
    await warehouse.run(
      `create table kern.casus as select gemeente_code, client_id, 1 as casus_id,
         date '2021-01-01' as datum_start from kern.verblijf`,
    );
  });
  afterEach(() => {
    warehouse.close();
  });

  it('are unknown before a release, and none right after it, in whatever order rows lie', async () => {
    expect((await readMutations(warehouse))[0]?.mutaties).toBeNull();
    await rememberState(warehouse);
    await warehouse.run(
      'create or replace table kern.casus as select * from kern.casus order by client_id desc',
    );
    expect((await readMutations(warehouse))[0]?.mutaties).toBe(0);
  });

  it('count a client once: one who came, one who left, one with another row', async () => {
    await rememberState(warehouse);
    await warehouse.run("delete from kern.casus where client_id in ('c1')");
    await warehouse.run("delete from kern.verblijf where client_id = 'c1'");
    await warehouse.run("insert into kern.verblijf values ('GM1', 'nieuw', 'A', '9999-12-31')");
    await warehouse.run("update kern.casus set casus_id = 2 where client_id = 'c2'");
    await warehouse.run("insert into kern.casus values ('GM1', 'c2', 3, '2021-02-01')");
    const [found] = await readMutations(warehouse);
    expect(found?.mutaties).toBe(3);
    expect(found?.perWijk).toEqual(
      new Map([
        ['A', 2],
        ['B', 1],
      ]),
    );
  });
});
