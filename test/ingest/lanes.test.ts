import {copyFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {makeDeliveries} from '../../fixtures/make.ts';
import {writeZip} from '../../fixtures/zip.ts';
import {loadLanes, stepsOf} from '../../ingest/lanes.ts';
import {Database} from '../../warehouse/open.ts';
import {CLIENT, manifestOf, TestInbox, type TestFile} from '../support/delivery.ts';
import {warehouseState} from '../support/warehouse-state.ts';

const clients = (count: number): TestFile => ({
  naam: 'client.csv',
  tekst: ['client_id;geboortejaar']
    .concat(
      Array.from({length: count}, (_, index) => `client-${String(index).padStart(4, '0')};1980`),
    )
    .join('\n')
    .concat('\n'),
});

describe('deliveries of two gemeenten', () => {
  let folder: string;
  let names: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'banen-'));
    const gemeenten = ['GM0400', 'GM0453'] as const;
    const {files} = await makeDeliveries({folder, seed: 7, schaal: 0.1, gemeenten});
    const messages = (code: string): string[] =>
      files.filter((name) => name.endsWith(`${code}_berichten.zip`)).slice(0, 2);
    names = [
      ...files.filter((name) => /^20(12|18)-01/.test(name)),
      ...gemeenten.flatMap(messages),
    ].sort();
  });
  afterAll(() => {
    rmSync(folder, {recursive: true});
  });

  /** The warehouse after these deliveries: all in one night, or each in a night of its own. */
  async function stateAfter(nights: readonly (readonly string[])[]): Promise<unknown> {
    const inbox = await TestInbox.open();
    for (const night of nights) {
      for (const name of night) copyFileSync(join(folder, name), inbox.path(name));
      for (const {status, reden} of await inbox.load()) {
        expect({status, reden}).toEqual({status: 'geladen', reden: ''});
      }
    }
    const state = await warehouseState(inbox.warehouse);
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
    return state;
  }

  it('give the same warehouse side by side as one by one', async () => {
    const steps = await stepsOf(folder, names);
    expect(steps.map((lanes) => lanes.map(({gemeente}) => gemeente).sort())).toEqual([
      ['GM0400', 'GM0453'],
    ]);
    expect(await stateAfter([names])).toEqual(await stateAfter(names.map((name) => [name])));
  });
});

describe('a delivery that names another gemeente than it is of', () => {
  it('is loaded by itself, whole, as what it says to a reader', async () => {
    const inbox = await TestInbox.open();
    await inbox.put('1.zip', [clients(12)], {gemeente_code: 'GM0453'});
    const manifest = manifestOf([CLIENT]);
    const twice = String(manifest.tekst).replace('{', '{"gemeente_code":"GM0453",');
    await writeZip(inbox.path('2.zip'), [{...manifest, tekst: twice}, CLIENT]);
    await inbox.put('3.zip', [clients(11)], {gemeente_code: 'GM0375'});

    const outcomes = await inbox.load();

    expect(outcomes.map(({bestandsnaam, status}) => [bestandsnaam, status])).toEqual([
      ['1.zip', 'geladen'],
      ['2.zip', 'geladen'],
      ['3.zip', 'geladen'],
    ]);
    const rows = await inbox.warehouse.rows(
      'select gemeente_code, count(*) as clienten from stg.client group by all order by all',
    );
    expect(rows).toEqual([
      {gemeente_code: 'GM0375', clienten: 11},
      {gemeente_code: 'GM0400', clienten: 3},
      {gemeente_code: 'GM0453', clienten: 12},
    ]);
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
  });
});

describe('two deliveries of one gemeente, of which one names another', () => {
  /** A full delivery of GM0400; its file names GM0453 first, which is all that a glance sees. */
  async function putMisnamed(inbox: TestInbox, name: string, moment: string): Promise<void> {
    const manifest = manifestOf([clients(240)], {soort: 'volledig', aangemaakt_op: moment});
    const twice = String(manifest.tekst).replace('{', '{"gemeente_code":"GM0453",');
    await writeZip(inbox.path(name), [{...manifest, tekst: twice}, clients(240)]);
  }

  /** The warehouse after both, side by side or one by one, over what there was before. */
  async function stateAfter(nights: readonly (readonly [string, string])[][]): Promise<unknown> {
    const inbox = await TestInbox.open();
    await inbox.offer([clients(220)], {soort: 'volledig'});
    for (const night of nights) {
      for (const [name, moment] of night) {
        if (name.startsWith('mis')) await putMisnamed(inbox, name, moment);
        else await inbox.put(name, [clients(200)], {soort: 'volledig', aangemaakt_op: moment});
      }
      for (const {status, reden} of await inbox.load()) {
        expect({status, reden}).toEqual({status: 'geladen', reden: ''});
      }
      expect(inbox.names('inbox')).toEqual([]);
    }
    const counted = await inbox.warehouse.rows(
      `select levering_id, count(*) as bestanden, sum(gelezen) as gelezen from meta.bestand
       group by levering_id order by levering_id`,
    );
    const state = await warehouseState(inbox.warehouse);
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
    return {state, counted};
  }

  it.each([
    [
      ['goed.zip', '2022-02-05T03:00:00Z'],
      ['mis.zip', '2022-02-06T03:00:00Z'],
    ],
    [
      ['goed.zip', '2022-02-06T03:00:00Z'],
      ['mis.zip', '2022-02-05T03:00:00Z'],
    ],
  ] as const)('meet in the same rows, and are both loaded, once: %j and %j', async (a, b) => {
    expect(await stateAfter([[a, b]])).toEqual(await stateAfter([[a], [b]]));
  });
});

describe('steps', () => {
  it('keep the order of a gemeente, and put what says no gemeente between what is before and after', async () => {
    const inbox = await TestInbox.open();
    await inbox.put('1.zip', [CLIENT], {gemeente_code: 'GM0453'});
    await inbox.put('2.zip', [CLIENT], {gemeente_code: 'GM0400'});
    await inbox.put('3.zip', [CLIENT], {gemeente_code: 'GM0453'});
    await writeZip(inbox.path('4.zip'), [CLIENT]);
    await inbox.put('5.zip', [CLIENT], {gemeente_code: 'GM0400'});

    expect(await stepsOf(join(inbox.data, 'inbox'), inbox.names('inbox'))).toEqual([
      [
        {gemeente: 'GM0453', namen: ['1.zip', '3.zip']},
        {gemeente: 'GM0400', namen: ['2.zip']},
      ],
      [{gemeente: null, namen: ['4.zip']}],
      [{gemeente: 'GM0400', namen: ['5.zip']}],
    ]);
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
  });
});

describe('an error in one lane', () => {
  it('is thrown after the others ended what they were at', async () => {
    const warehouse = await Database.open(':memory:');
    const ended: string[] = [];
    const lanes = [
      {gemeente: 'GM0400', namen: ['stuk', 'nooit']},
      {gemeente: 'GM0453', namen: ['lang', 'ook niet']},
    ];
    const loading = loadLanes(warehouse, lanes, async (name, _, database) => {
      if (name === 'stuk') throw new Error('vol');
      await database.rows('select sum(i) from range(20_000_000) as t(i)');
      ended.push(name);
    });
    await expect(loading).rejects.toThrow('vol');
    expect(ended).toEqual(['lang']);
    warehouse.close();
  });
});
