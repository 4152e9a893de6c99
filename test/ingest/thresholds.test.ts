import {symlinkSync, writeFileSync} from 'node:fs';
import {beforeEach, describe, expect, it} from 'vitest';
import {product} from './istandaarden/message-text.ts';
import {TEAM, TestInbox, type TestFile} from '../support/delivery.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

const clients = (count: number, wrong = 0): TestFile => ({
  naam: 'client.csv',
  tekst: [
    'client_id;geboortejaar;geslacht',
    ...Array.from(
      {length: count},
      (_, at) => `client-${1000 + at};${at < wrong ? 'jong' : 1980};v`,
    ),
    '',
  ].join('\n'),
});
const contacts = (count: number, minuten: number): TestFile => ({
  naam: 'contactmoment.csv',
  tekst: [
    'contact_id;team_id;datum;soort;minuten',
    ...Array.from({length: count}, (_, at) => `K${at};T1;2022-01-10;individueel;${minuten}`),
    '',
  ].join('\n'),
});
const full = (day: string): Record<string, string> => ({
  soort: 'volledig',
  aangemaakt_op: `2022-02-${day}T03:00:00Z`,
});

describe('the share of rejected rows', () => {
  it.each([
    [100, 5, 'geladen'],
    [100, 6, 'geweigerd'],
    [99, 99, 'geladen'],
    [1000, 50, 'geladen'],
    [1000, 51, 'geweigerd'],
  ])('of a table with %i rows and %i wrong ones: %s', async (count, wrong, status) => {
    expect(await inbox.offer([clients(count, wrong)])).toMatchObject({status});
    expect(await inbox.count('stg.client')).toBe(status === 'geladen' ? count - wrong : 0);
  });

  it('does not count the children of a rejected parent: they wait for it', async () => {
    const areas = {
      naam: 'client_gebied.csv',
      tekst: [
        'client_id;gebied_code;geldig_van',
        ...Array.from(
          {length: 120},
          (_, at) =>
            `client-${1000 + (at % 20)};WK040001;2021-01-${String(1 + Math.floor(at / 20)).padStart(2, '0')}`,
        ),
        '',
      ].join('\n'),
    };
    const outcome = await inbox.offer([clients(60, 20), areas]);
    expect(outcome).toMatchObject({status: 'geladen'});
    expect(outcome.bestanden.find(({naam}) => naam === 'client_gebied.csv')?.afgewezen).toEqual([]);
  });
});

describe('a full delivery is held against the one before it', () => {
  it.each([
    [130, 'geladen'],
    [131, 'geweigerd'],
    [70, 'geladen'],
    [69, 'geweigerd'],
  ])('100 rows, then %i: %s', async (count, status) => {
    await inbox.offer([clients(100)], full('01'));
    expect(await inbox.offer([clients(count)], full('02'))).toMatchObject({status});
    expect(await inbox.count('stg.client')).toBe(status === 'geladen' ? count : 100);
  });

  it('small tables may differ, and a table that is gone may not', async () => {
    await inbox.offer([TEAM, clients(99)], full('01'));
    expect(await inbox.offer([TEAM], full('02'))).toMatchObject({status: 'geladen'});
    await inbox.offer([TEAM, clients(100)], full('03'));
    const gone = await inbox.offer([TEAM], full('04'));
    expect(gone.reden).toMatch(/tabel client heeft 0 rijen, de vorige keer 100\. Controleer/);
  });

  it('what the minutes add up to may not differ either: hours instead of minutes', async () => {
    await inbox.offer([TEAM, contacts(100, 60)], full('01'));
    const outcome = await inbox.offer([TEAM, contacts(100, 1)], full('02'));
    expect(outcome.reden).toMatch(
      /tabel contactmoment: het totaal van minuten wijkt sterk af van de vorige keer \(-98%\)/,
    );
    expect(await inbox.offer([TEAM, contacts(100, 75)], full('03'))).toMatchObject({
      status: 'geladen',
    });
  });

  it('is loaded after all when it is confirmed, by name or by number', async () => {
    await inbox.offer([clients(100)], full('01'));
    await inbox.put('sprong.zip', [clients(200)], full('02'));
    const [refused] = await inbox.load();
    expect(refused).toMatchObject({status: 'geweigerd'});
    await inbox.put('sprong.zip', [clients(200)], full('02'));
    expect(await inbox.load([refused?.levering_id ?? ''])).toMatchObject([{status: 'geladen'}]);
    await inbox.put('nog-een.zip', [clients(400)], full('03'));
    expect(await inbox.load(['nog-een.zip'])).toMatchObject([{status: 'geladen'}]);
  });

  it('that was made later says nothing about one that comes late', async () => {
    await inbox.offer([clients(300)], full('05'));
    expect(await inbox.offer([clients(100)], full('01'))).toMatchObject({status: 'geladen'});
    expect(await inbox.count('stg.client')).toBe(300);
  });

  it('of another source is another matter', async () => {
    await inbox.offer([clients(300)], full('01'));
    const other = await inbox.offer([clients(100)], {...full('02'), bron: 'backoffice'});
    expect(other).toMatchObject({status: 'geladen'});
  });
});

describe('the moment of a delivery', () => {
  it('is compared in one time zone, however it is written', async () => {
    const team = (naam: string): TestFile => ({
      naam: 'team.csv',
      tekst: `team_id;gemeente_code;naam;startdatum\nT1;GM0400;${naam};2020-11-01\n`,
    });
    await inbox.offer([team('Nieuw')], {aangemaakt_op: '2022-02-04T02:30:00Z'});
    // Three o'clock in Dutch winter is two in UTC: earlier than it looks.
    await inbox.offer([team('Oud')], {aangemaakt_op: '2022-02-04T03:00:00+01:00'});
    expect(await inbox.warehouse.rows('select naam from stg.team')).toEqual([{naam: 'Nieuw'}]);
  });

  it('just after midnight is the Dutch day, so that what happened that day is not the future', async () => {
    const tekst =
      'aanmelding_id;team_id;datum_aanmelding;vraagtype\nA1;T1;2022-02-05;adl\nA2;T1;2022-02-06;adl\n';
    const outcome = await inbox.offer([TEAM, {naam: 'aanmelding.csv', tekst}], {
      aangemaakt_op: '2022-02-04T23:30:00Z',
    });
    const file = outcome.bestanden.find(({naam}) => naam === 'aanmelding.csv');
    expect(file).toMatchObject({geladen: 1, afgewezen: [{regel: 3, code: 'DATUM_TOEKOMST'}]});
  });
});

describe('a clock that was put back', () => {
  const dated = (day: string): string => product({}, {dagtekening: day});

  it('makes no message one of the future: it is judged by what is known to have passed', async () => {
    await inbox.offer([TEAM]);
    writeFileSync(inbox.path('bericht.xml'), dated('2022-02-28'));
    const [outcome] = await inbox.load([], new Date('2016-03-01T02:00:00Z'));
    expect(outcome).toMatchObject({status: 'geladen'});
  });

  it('does not help a message that is of the future after all', async () => {
    await inbox.offer([TEAM]);
    writeFileSync(inbox.path('bericht.xml'), dated('2022-03-02'));
    const [outcome] = await inbox.load([], new Date('2016-03-01T02:00:00Z'));
    expect(outcome).toMatchObject({status: 'geweigerd'});
    expect(outcome?.reden).toContain('toekomst');
  });
});

describe('what cannot be read', () => {
  it('stays in the inbox with its reason, and the others go on', async () => {
    symlinkSync('/nergens/levering.zip', inbox.path('a-onleesbaar.zip'));
    await inbox.put('b-goed.zip', [TEAM]);
    await inbox.put('c-bezig.zip.part', [TEAM]);
    const outcomes = await inbox.load();
    expect(outcomes).toMatchObject([
      {status: 'geweigerd', reden: expect.stringContaining('Geef leesrechten') as string},
      {status: 'geladen'},
    ]);
    expect(inbox.names('inbox')).toEqual(['a-onleesbaar.zip', 'c-bezig.zip.part']);
  });
});
