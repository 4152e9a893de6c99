import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {scanColumns} from '../../ingest/gate/scan.ts';
import {Database} from '../../warehouse/open.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open(':memory:');
});

async function findingsOf(cells: readonly string[]): Promise<string[]> {
  await database.run('create or replace temp table ruw (bronregel bigint, cel varchar)');
  const appender = await database.connection.createAppender('ruw');
  cells.forEach((cell, index) => {
    appender.appendBigInt(BigInt(index + 2));
    appender.appendVarchar(cell);
    appender.endRow();
  });
  appender.closeSync();
  return (await scanColumns(database, ['cel'])).map(({soort}) => soort);
}

const BSNS = ['999900006', '999900018', '999990019', '999990020', '999990032', '123456782'];

describe('the gate finds', () => {
  it.each([
    ['BSN', BSNS],
    ['BSN', BSNS.map((bsn) => `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`)],
    ['e-mailadres', ['gewoon', 'a.jansen@voorbeeld.nl']],
    ['IBAN', ['NL91ABNA0417164300']],
    ['IBAN', ['rekening NL91 ABNA 0417 1643 00']],
    ['telefoonnummer', ['0223-678000', '06 12345678', '+31612345678']],
    ['postcode', ['1781 AB', 'Kerkstraat 1781AB 3']],
    ['webadres', ['https://voorbeeld.nl/x']],
  ])('%s in %j', async (soort, cells) => {
    expect(await findingsOf(cells)).toContain(soort);
  });
});

describe('the gate lets pass', () => {
  it('columns of ids, dates, amounts and pseudonyms', async () => {
    const id = fc.integer({min: 0, max: 9_999_999}).map((n) => `A-${String(n).padStart(7, '0')}`);
    const agb = fc.integer({min: 1, max: 999}).map((n) => `656${String(n).padStart(5, '0')}`);
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
    const amount = fc.integer({min: 0, max: 99_999_999}).map((n) => (n / 100).toFixed(2));
    for (const kind of [id, agb, token, amount]) {
      await fc.assert(
        fc.asyncProperty(fc.array(kind, {minLength: 50, maxLength: 80}), async (cells) => {
          expect(await findingsOf(cells)).toEqual([]);
        }),
        {numRuns: 40},
      );
    }
  });

  it('a column of nine-digit numbers of which one in eleven passes by chance', async () => {
    const numbers = Array.from({length: 200}, (_, index) => String(100_000_000 + index * 7919));
    expect(await findingsOf(numbers)).toEqual([]);
  });
});
