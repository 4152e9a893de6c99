import {setFlagsFromString} from 'node:v8';
import {setImmediate} from 'node:timers/promises';
import {runInNewContext} from 'node:vm';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {withAppenders} from '../../warehouse/appenders.ts';
import {Database} from '../../warehouse/open.ts';

let database: Database;
beforeEach(async () => {
  database = await Database.open(':memory:');
  await database.run('create table een (i integer, t varchar, b boolean)');
  await database.run('create table twee (i bigint)');
});
afterEach(() => {
  database.close();
});

const counts = () =>
  database.rows('select (select count(*) from een) as een, (select count(*) from twee) as twee');

/** Clears away what nobody holds: also an appender, which then writes the rows that wait in it. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  for (let round = 0; round < 5; round += 1) {
    runInNewContext('gc()');
    await setImmediate();
  }
}

describe('appended rows', () => {
  it('are all there when the work is done, in their order, however many tables they are for', async () => {
    const rows = 20_000;
    await withAppenders(database, 'main', async (appenders) => {
      for (let i = 0; i < rows; i += 1) {
        await appenders.append('een', [i, i % 3 === 0 ? null : `tekst ${i}`, i % 2 === 0]);
        if (i % 10 === 0) await appenders.append('twee', [i]);
      }
    });
    expect(await counts()).toEqual([{een: rows, twee: rows / 10}]);
    const [wrong] = await database.rows(
      `select count(*) as aantal from een
       where i <> rowid or b <> (i % 2 = 0)
         or t is distinct from if(i % 3 = 0, null, 'tekst ' || i)`,
    );
    expect(wrong).toEqual({aantal: 0});
  });

  it('of work that was rolled back are never written, also not when the appender is cleared away', async () => {
    const work = database.transaction(() =>
      withAppenders(database, 'main', async (appenders) => {
        for (let i = 0; i < 9000; i += 1) await appenders.append('twee', [i]);
        throw new Error('geweigerd');
      }),
    );
    await expect(work).rejects.toThrow('geweigerd');
    await collectGarbage();
    expect(await counts()).toEqual([{een: 0, twee: 0}]);
  });

  it('are not written either when a statement broke the transaction', async () => {
    const work = database.transaction(() =>
      withAppenders(database, 'main', async (appenders) => {
        await appenders.append('twee', [1]);
        await database.run(`select error('stuk')`);
      }),
    );
    await expect(work).rejects.toThrow('stuk');
    await collectGarbage();
    expect(await counts()).toEqual([{een: 0, twee: 0}]);
  });
});
