import {rmSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {TestInbox, type TestFile} from '../support/delivery.ts';

const csv = (naam: string, ...lines: string[]): TestFile => ({
  naam,
  tekst: `${lines.join('\n')}\n`,
});

const gebied = (gemeente: string, naam: string): TestFile =>
  csv(
    'gebied.csv',
    'gebied_code;jaar;niveau;naam;ouder_code',
    `${gemeente};2022;gemeente;${naam};`,
    `WK${gemeente.slice(2)}01;2022;wijk;Centrum;${gemeente}`,
  );

const bevolking = (gemeente: string, aantal: number): TestFile =>
  csv(
    'bevolking.csv',
    'gebied_code;jaar;leeftijdsgroep;aantal',
    ...['0-17', '18-26', '27-64', '65-79', '80+'].map(
      (groep) => `WK${gemeente.slice(2)}01;2022;${groep};${aantal}`,
    ),
  );

const registration = (gemeente: string): TestFile[] => [
  csv('team.csv', 'team_id;gemeente_code;naam;startdatum', `T1;${gemeente};Centrum;2020-11-01`),
  csv('client.csv', 'client_id;geboortejaar', 'client-aaaa;1980'),
  csv(
    'aanmelding.csv',
    'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype',
    'A1;client-aaaa;T1;2022-01-05;adl',
  ),
];

const extern = (gemeente: string, waarde: string): TestFile =>
  csv(
    'extern_cijfer.csv',
    'bron;indicator;gebied_code;periode_van;periode_tot;waarde;eenheid;voorlopig',
    `CBS;jongeren_met_jeugdhulp;${gemeente};2021-01-01;2021-12-31;${waarde};procent;nee`,
  );

let inbox: TestInbox;
beforeAll(async () => {
  inbox = await TestInbox.open();
  for (const [code, naam] of [
    ['GM0453', 'Velsen'],
    ['GM0375', 'Beverwijk'],
  ] as const) {
    await inbox.put(
      `${naam}.zip`,
      [gebied(code, naam), bevolking(code, 4000), ...registration(code), extern(code, '11.3')],
      {
        gemeente_code: code,
      },
    );
  }
  // A neighbour that delivers public figures only.
  await inbox.put('Heemskerk.zip', [extern('GM0396', '10.1')], {
    gemeente_code: 'GM0396',
    bron: 'cbs',
  });
  for (const {status, reden} of await inbox.load())
    expect([status, reden]).toEqual(['geladen', '']);
  await buildModels(inbox.warehouse);
});
afterAll(() => {
  inbox.warehouse.close();
  rmSync(inbox.data, {recursive: true, force: true});
});

const rows = (sql: string) => inbox.warehouse.rows(sql);

describe('several gemeenten in one warehouse', () => {
  it('keep their own teams, clients and aanmeldingen, also under the same keys', async () => {
    for (const table of ['team', 'client', 'aanmelding']) {
      expect(
        await rows(
          `select gemeente_code, count(*) as aantal from kern.${table} group by gemeente_code order by gemeente_code`,
        ),
      ).toEqual([
        {gemeente_code: 'GM0375', aantal: 1},
        {gemeente_code: 'GM0453', aantal: 1},
      ]);
    }
  });

  it('never share a pseudonym: the same delivered one is another person', async () => {
    const clients = await rows('select distinct client_id from kern.client');
    expect(clients).toHaveLength(2);
  });

  it('are replaced one by one: a full delivery of one leaves the other alone', async () => {
    await inbox.put('later.zip', registration('GM0453'), {
      gemeente_code: 'GM0453',
      soort: 'volledig',
      aangemaakt_op: '2022-02-05T03:00:00Z',
    });
    await inbox.load(['later.zip']);
    const left = await rows(
      'select gemeente_code, count(*) as aantal from stg.gebied group by gemeente_code',
    );
    expect(left).toEqual([{gemeente_code: 'GM0375', aantal: 2}]);
  });

  it('refuse a row of another gemeente than the delivery says', async () => {
    const outcome = await inbox.offer(registration('GM0453'), {gemeente_code: 'GM0375'});
    expect(outcome.bestanden.find(({naam}) => naam === 'team.csv')?.afgewezen).toMatchObject([
      {regel: 2, code: 'GEMEENTE'},
    ]);
  });
});

describe('public figures of a neighbour', () => {
  it('reach the kern beside the own ones, each under its gemeente', async () => {
    expect(
      await rows(
        'select gemeente_code, cijfer_bron, gebied_code, waarde, voorlopig from kern.extern_cijfer order by gebied_code',
      ),
    ).toEqual([
      {
        gemeente_code: 'GM0375',
        cijfer_bron: 'CBS',
        gebied_code: 'GM0375',
        waarde: 11.3,
        voorlopig: false,
      },
      {
        gemeente_code: 'GM0396',
        cijfer_bron: 'CBS',
        gebied_code: 'GM0396',
        waarde: 10.1,
        voorlopig: false,
      },
      {
        gemeente_code: 'GM0453',
        cijfer_bron: 'CBS',
        gebied_code: 'GM0453',
        waarde: 11.3,
        voorlopig: false,
      },
    ]);
  });
});
