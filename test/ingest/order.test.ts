import {cpSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {writeZip} from '../../fixtures/zip.ts';
import {CLIENT, manifestOf, TEAM, TestInbox, type TestFile} from '../support/delivery.ts';

const aanmelding = (rows: readonly string[]): TestFile => ({
  naam: 'aanmelding.csv',
  tekst: `aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype;datum_eerste_contact\n${rows.map((row) => `${row}\n`).join('')}`,
});

/** Four deliveries of one source: full, corrected, late, and a full one that drops a row. */
const DELIVERIES = [
  {
    at: '2022-01-01T03:00:00Z',
    soort: 'volledig',
    rows: ['A1;;T1;2021-12-05;adl;', 'A9;;T1;2021-12-06;adl;'],
  },
  {
    at: '2022-01-10T03:00:00Z',
    soort: 'aanvulling',
    rows: ['A1;;T1;2021-12-05;adl;2022-01-04', 'A2;;T1;2022-01-02;adl;'],
  },
  {
    at: '2022-01-20T03:00:00Z',
    soort: 'volledig',
    rows: ['A1;;T1;2021-12-05;financien;2022-01-04', 'A3;;T1;2022-01-15;adl;'],
  },
  {
    at: '2022-01-30T03:00:00Z',
    soort: 'aanvulling',
    rows: ['A3;;T1;2022-01-15;adl;2022-01-20', 'A2;;T1;2022-01-02;anders;'],
  },
] as const;

async function stateAfter(order: readonly number[], oneByOne: boolean): Promise<unknown> {
  const inbox = await TestInbox.open();
  for (const [place, index] of order.entries()) {
    const delivery = DELIVERIES[index];
    if (delivery === undefined) continue;
    const files = [TEAM, CLIENT, aanmelding(delivery.rows)];
    await inbox.put(`${place}.zip`, files, {aangemaakt_op: delivery.at, soort: delivery.soort});
    if (oneByOne) await inbox.load();
  }
  await inbox.load();
  const rows = await inbox.warehouse.rows(
    'select aanmelding_id, vraagtype, datum_eerste_contact, levering_id from stg.aanmelding order by all',
  );
  inbox.warehouse.close();
  return rows;
}

describe('the order in which deliveries arrive', () => {
  it('changes nothing: late, corrected and full deliveries give the same warehouse', async () => {
    const inOrder = await stateAfter([0, 1, 2, 3], true);
    expect(inOrder).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], {minLength: 4}),
        fc.boolean(),
        async (order, oneByOne) => {
          expect(await stateAfter(order, oneByOne)).toEqual(inOrder);
        },
      ),
      {numRuns: 24},
    );
  });
});

describe('the same delivery', () => {
  it('offered twice changes nothing and says so', async () => {
    const inbox = await TestInbox.open();
    await inbox.put('eerste.zip', [TEAM, CLIENT]);
    await inbox.load();
    const before = await inbox.warehouse.rows('select * from stg.client order by client_id');
    cpSync(join(inbox.data, 'verwerkt', 'eerste.zip'), inbox.path('nogmaals.zip'));
    const [outcome] = await inbox.load();
    expect(outcome).toMatchObject({
      status: 'bekend',
      reden: 'Deze levering was al geladen. Er is niets veranderd.',
    });
    expect(await inbox.warehouse.rows('select * from stg.client order by client_id')).toEqual(
      before,
    );
  });

  it('left in the inbox by a crash after its commit is set aside the next night', async () => {
    const inbox = await TestInbox.open();
    await inbox.put('levering.zip', [TEAM]);
    const copy = join(inbox.data, 'kopie.zip');
    cpSync(inbox.path('levering.zip'), copy);
    await inbox.load();
    cpSync(copy, inbox.path('levering.zip'));
    expect(await inbox.load()).toMatchObject([{status: 'bekend'}]);
    expect(inbox.names('inbox')).toEqual([]);
    expect(await inbox.count('meta.levering')).toBe(1);
  });

  it('that was refused can be offered again once it is repaired', async () => {
    const inbox = await TestInbox.open();
    await inbox.put('levering.zip', [TEAM], {versie: '0.1'});
    await inbox.load();
    await inbox.put('levering.zip', [TEAM]);
    expect(await inbox.load()).toMatchObject([{status: 'geladen'}]);
  });
});

describe('rows read', () => {
  it('are always loaded, rejected, identical doubles or older than what is known', async () => {
    const cell = fc.constantFrom('A1', 'A2', 'A3', '', 'x;y', '"', 'é');
    const day = fc.constantFrom('2022-01-05', '2022-02-30', '', 'gisteren', '1899-01-01');
    const row = fc.tuple(cell, day, fc.constantFrom('adl', 'onzin', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(row, {maxLength: 12}), async (rows) => {
        const inbox = await TestInbox.open();
        const lines = rows.map(([id, datum, vraag]) => `${id};;T1;${datum};${vraag};`);
        const file = aanmelding(lines);
        const outcome = await inbox.offer([TEAM, file]);
        if (outcome.status === 'geladen') {
          for (const one of outcome.bestanden) {
            const {gelezen, geladen, afgewezen, dubbel, verouderd} = one;
            expect(gelezen).toBe(geladen + afgewezen.length + dubbel + verouderd);
          }
          expect(await inbox.count('stg.aanmelding')).toBe(
            outcome.bestanden.find(({naam}) => naam === 'aanmelding.csv')?.geladen,
          );
        } else {
          expect(outcome.reden).not.toBe('');
          expect(await inbox.count('stg.aanmelding')).toBe(0);
        }
        inbox.warehouse.close();
      }),
      {numRuns: 60},
    );
  });

  it('never leave an unpacked file behind, also when the delivery is refused', async () => {
    const inbox = await TestInbox.open();
    await writeZip(inbox.path('levering.zip'), [manifestOf([TEAM]), {naam: 'x.csv', tekst: 'a'}]);
    await inbox.load();
    expect(existsSync(join(inbox.data, 'warehouse', 'uitgepakt'))).toBe(false);
  });
});

describe('a pseudonym', () => {
  it('is hashed again with the key, so that the warehouse cannot be joined to its source', async () => {
    const inbox = await TestInbox.open();
    await inbox.offer([TEAM, CLIENT]);
    const rows = await inbox.warehouse.rows('select client_id from stg.client');
    expect(rows).toHaveLength(3);
    for (const {client_id} of rows) expect(client_id).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
