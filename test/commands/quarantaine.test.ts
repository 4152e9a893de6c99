import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {openDataDirectory, type DataDirectory} from '../../commands/data-directory.ts';
import {replay} from '../../commands/quarantaine.ts';
import {HerstelOngeldig, QuarantaineOnbekend} from '../../ingest/errors.ts';
import {findItem, listQuarantine} from '../../ingest/quarantine-item.ts';
import {product} from '../ingest/istandaarden/message-text.ts';
import {TEAM, TestInbox, type TestFile} from '../support/delivery.ts';

const NOW = new Date('2022-03-02T09:00:00Z');
const HEADER = 'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype;datum_eerste_contact';
const aanmelding = (...rows: string[]): TestFile => ({
  naam: 'aanmelding.csv',
  tekst: `${[HEADER, ...rows].join('\n')}\n`,
});

let inbox: TestInbox;
let data: DataDirectory;
beforeEach(async () => {
  inbox = await TestInbox.open();
  data = openDataDirectory(inbox.data);
});

const open = () =>
  listQuarantine(data.quarantaine).filter(({aangeboden_op}) => aangeboden_op === null);
const onlyId = (): string => {
  const [item] = open();
  if (item === undefined || open().length !== 1) throw new Error('expected one item');
  return item.levering_id;
};
const rows = (): Promise<unknown> =>
  inbox.warehouse.rows('select aanmelding_id, vraagtype from stg.aanmelding order by all');
const corrected = (text: string, name = 'aanmelding.csv'): string => {
  const path = join(data.root, name);
  writeFileSync(path, text);
  return path;
};

describe('a rejected row', () => {
  it('is corrected where it lies, offered again and loaded: nothing is lost', async () => {
    await inbox.offer([TEAM, aanmelding('A1;;T1;2022-01-05;adl;', 'A2;;T1;2022-01-06;dansen;')]);
    const id = onlyId();
    const item = findItem(data.quarantaine, id.slice(0, 6));
    expect(item).toMatchObject({
      soort: 'rijen',
      bestanden: [{naam: 'aanmelding.csv', meldingen: [{regel: 3, kolom: 'vraagtype'}]}],
    });
    const kept = join(item.pad, 'aanmelding.csv');
    const fixed = corrected(readFileSync(kept, 'utf8').replace('dansen', 'financien'));
    const outcome = await replay(data, id, {bestand: fixed}, NOW);
    expect(outcome).toMatchObject({
      goed: true,
      naam: expect.stringContaining('-opnieuw') as string,
    });
    expect(open()).toEqual([]);
    expect(await inbox.load()).toMatchObject([
      {status: 'geladen', bestanden: [{gelezen: 1, geladen: 1}]},
    ]);
    expect(await rows()).toEqual([
      {aanmelding_id: 'A1', vraagtype: 'adl'},
      {aanmelding_id: 'A2', vraagtype: 'financien'},
    ]);
  });

  it('that is still wrong stays in quarantine, with line and reason', async () => {
    await inbox.offer([TEAM, aanmelding('A2;;T1;2022-01-06;dansen;')]);
    const fixed = corrected(`${HEADER}\nA2;;T1;2022-01-06;zingen;\n`);
    const outcome = await replay(data, onlyId(), {bestand: fixed}, NOW);
    expect(outcome).toMatchObject({goed: false, naam: null});
    expect(outcome.melding).toContain('aanmelding.csv, regel 2: vraagtype: deze code staat niet');
    expect(outcome.melding).not.toContain('zingen');
    expect(inbox.names('inbox')).toEqual([]);
    expect(open()).toHaveLength(1);
  });

  it('never replaces what was delivered since, and is not older than its own delivery', async () => {
    const full = {soort: 'volledig', aangemaakt_op: '2022-02-04T03:00:00+01:00'};
    await inbox.offer(
      [TEAM, aanmelding('A1;;T1;2022-01-05;dansen;', 'A2;;T1;2022-01-05;dansen;')],
      full,
    );
    const id = onlyId();
    await inbox.offer([TEAM, aanmelding('A1;;T1;2022-01-05;financien;')], {
      aangemaakt_op: '2022-02-05T03:00:00Z',
    });
    const fixed = corrected(`${HEADER}\nA1;;T1;2022-01-05;adl;\nA2;;T1;2022-01-05;adl;\n`);
    await replay(data, id, {bestand: fixed}, NOW);
    await inbox.load();
    expect(await rows()).toEqual([
      {aanmelding_id: 'A1', vraagtype: 'financien'},
      {aanmelding_id: 'A2', vraagtype: 'adl'},
    ]);
    const [made] = await inbox.warehouse.rows(
      "select max(aangemaakt_op)::varchar as op from stg.aanmelding where aanmelding_id = 'A2'",
    );
    expect(made).toEqual({op: '2022-02-04 02:00:00.001'});
  });

  it.each([
    ['a line break in quotes', '2021-13-01;"eerste\n""tweede"" regel"', 'eerste\n"tweede" regel'],
    ['Windows-1252', '2021-13-01;Geëscaleerde zaken', 'Geëscaleerde zaken'],
    ['a quote inside a cell', '2021-13-01;"buis van 5"""', 'buis van 5"'],
  ])('with %s is kept whole', async (what, row, text) => {
    const file = `datum;omschrijving\n${row}\n2021-01-01;goed\n`;
    const tekst = Buffer.from(file, what === 'Windows-1252' ? 'latin1' : 'utf8');
    await inbox.offer([{naam: 'gebeurtenis.csv', tekst}]);
    const item = findItem(data.quarantaine, onlyId());
    const kept = readFileSync(join(item.pad, 'gebeurtenis.csv'), 'utf8');
    expect(kept).toContain(row);
    const fixed = corrected(kept.replace('2021-13-01', '2021-12-01'), 'gebeurtenis.csv');
    expect(await replay(data, item.levering_id, {bestand: fixed}, NOW)).toMatchObject({goed: true});
    await inbox.load();
    const [loaded] = await inbox.warehouse.rows(
      "select omschrijving from stg.gebeurtenis where datum = '2021-12-01'",
    );
    expect(loaded).toEqual({omschrijving: text});
  });

  it('that could not be read, and one that follows it, are both offered as they came', async () => {
    await inbox.offer([TEAM, aanmelding('A1;;T1', 'A2;;T1;2022-01-06;dansen;')]);
    await replay(data, onlyId(), {}, NOW);
    const [again] = await inbox.load();
    expect(again?.bestanden).toMatchObject([{gelezen: 2, geladen: 0}]);
    expect(open()).toHaveLength(1);
  });

  it('of a message is kept with its message, and loads when the message is repaired', async () => {
    const broken = product({Einddatum: '2024-06-31'}, {dagtekening: '2022-02-10'});
    const whole = product({}, {dagtekening: '2022-02-10'});
    // One delivery of two messages, of which one is broken.
    const folder = inbox.path('berichten');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.xml'), whole);
    writeFileSync(join(folder, 'b.xml'), broken);
    await inbox.load();
    const item = findItem(data.quarantaine, onlyId());
    expect(item.soort).toBe('rijen');
    expect(readFileSync(join(item.pad, 'b.xml'), 'utf8')).toBe(broken);
    const fixed = corrected(broken.replace('2024-06-31', '2024-06-30'), 'b.xml');
    const outcome = await replay(data, item.levering_id, {bestand: fixed}, NOW);
    expect(outcome.melding).toContain('staat in de inbox');
    expect(await inbox.load()).toMatchObject([{status: 'geladen'}]);
    expect(await inbox.count('stg.bericht_toewijzing')).toBe(2);
  });
});

describe('a refused delivery', () => {
  it('goes back to the inbox as it is', async () => {
    await inbox.put('levering.zip', [TEAM], {versie: '0.1'});
    await inbox.load();
    expect(await replay(data, onlyId(), {}, NOW)).toMatchObject({naam: 'levering.zip'});
    expect(inbox.names('inbox')).toEqual(['levering.zip']);
    expect(inbox.names('quarantaine')).toEqual([]);
  });

  it('is replaced by a corrected one, and kept for its term', async () => {
    await inbox.put('levering.zip', [TEAM], {versie: '0.1'});
    await inbox.load();
    const id = onlyId();
    await inbox.put('goed.zip', [TEAM]);
    const fixed = join(data.root, 'goed.zip');
    renameSync(inbox.path('goed.zip'), fixed);
    expect(await replay(data, id, {bestand: fixed}, NOW)).toMatchObject({naam: 'goed.zip'});
    expect(await inbox.load()).toMatchObject([{status: 'geladen'}]);
    expect(inbox.names('quarantaine')).toContain('levering.zip');
    expect(open()).toEqual([]);
  });

  it('can be told apart when it is no zip at all', async () => {
    writeFileSync(inbox.path('a.zip'), 'geen zip');
    writeFileSync(inbox.path('b.zip'), 'ook geen zip');
    await inbox.load();
    const ids = open().map(({levering_id}) => levering_id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('what does not fit is said', () => {
  it('an unknown id, a file that is not there, a file of another delivery', async () => {
    await inbox.offer([TEAM, aanmelding('A2;;T1;2022-01-06;dansen;')]);
    const id = onlyId();
    await expect(replay(data, 'ffff', {}, NOW)).rejects.toThrow(QuarantaineOnbekend);
    await expect(replay(data, id, {bestand: '/weg'}, NOW)).rejects.toThrow(HerstelOngeldig);
    const other = corrected('x', 'casus.csv');
    await expect(replay(data, id, {bestand: other}, NOW)).rejects.toThrow(
      'casus.csv hoort niet bij deze rijen. Verwacht: aanmelding.csv.',
    );
    const broken = corrected(`${HEADER}\n"A2;;T1\n`);
    await expect(replay(data, id, {bestand: broken}, NOW)).rejects.toThrow(/geen goede CSV meer/);
    expect(open()).toHaveLength(1);
  });
});
