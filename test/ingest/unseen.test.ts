// Deliveries as nobody here had made them: each with the outcome that the design says it has.
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {sha256, writeZip} from '../../fixtures/zip.ts';
import {findItem} from '../../ingest/quarantine-item.ts';
import {offerReplay, prepareReplay} from '../../ingest/replay.ts';
import {CLIENT, manifestOf, TEAM, TestInbox, type TestFile} from '../support/delivery.ts';
import {MAPPING, meldingen} from './csv-profiel/sample.ts';
import {product as message} from './istandaarden/message-text.ts';
import {aanvraag, SIDE} from './zorgned/sample.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

const file = (naam: string, ...lines: string[]): TestFile => ({
  naam,
  tekst: `${lines.join('\n')}\n`,
});

/** Puts a folder into the inbox, with a text per path in it. */
function putFolder(files: readonly TestFile[], name = 'map'): string {
  for (const {naam, tekst} of files) {
    const path = join(inbox.path(name), naam);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, tekst);
  }
  return inbox.path(name);
}

/** Loads what is in the inbox, and answers the only outcome. */
async function load(now?: Date) {
  const outcomes = await inbox.load([], now);
  expect(outcomes).toHaveLength(1);
  return outcomes[0]!;
}

describe('a folder is read as a zip of it would be:', () => {
  const other = message({ToewijzingNummer: '7002'}, {identificatie: '101'});

  it('also the messages in the folders below it', async () => {
    putFolder([
      {naam: 'a.xml', tekst: message()},
      {naam: 'mei/b.xml', tekst: other},
    ]);
    const {bestanden} = await load(new Date('2024-06-01T02:00:00Z'));
    expect(bestanden.map(({naam, geladen}) => [naam, geladen])).toEqual([
      ['a.xml', 1],
      ['mei/b.xml', 1],
    ]);
  });

  it('with all its files one folder down, and what a system leaves behind', async () => {
    const {naam, tekst} = manifestOf([TEAM]);
    putFolder([
      {naam: `export/${naam}`, tekst},
      {naam: 'export/team.csv', tekst: TEAM.tekst},
      {naam: 'export/Thumbs.db', tekst: ''},
      {naam: '.DS_Store', tekst: ''},
    ]);
    expect(await load()).toMatchObject({status: 'geladen', bestanden: [{naam: 'team.csv'}]});
  });

  it('a table below it that levering.json does not name is not passed over', async () => {
    putFolder([manifestOf([TEAM]), TEAM, {...CLIENT, naam: 'oud/client.csv'}]);
    expect((await load()).reden).toMatch(
      /^oud\/client\.csv: dit bestand staat niet in levering\.json/,
    );
  });

  it('a link in it is not followed: it could bring in any file of the machine', async () => {
    const outside = join(inbox.data, 'client.csv');
    writeFileSync(outside, CLIENT.tekst);
    symlinkSync(outside, join(putFolder([manifestOf([TEAM, CLIENT]), TEAM]), 'client.csv'));
    expect((await load()).reden).toMatch(/^map: er staat een verwijzing \(link\) in deze map/);
    expect(await inbox.count('stg.client')).toBe(0);
  });
});

describe('a delivery is refused when', () => {
  it('two files in the zip have one name: nobody can tell which counts', async () => {
    const second = file(
      'team.csv',
      'team_id;gemeente_code;naam;startdatum',
      'T2;GM0400;Zuid;2020-11-01',
    );
    await inbox.put('levering.zip', [TEAM, second], {bestanden: [listed(TEAM)]});
    expect((await load()).reden).toContain('twee bestanden in de zip hebben dezelfde naam');
  });

  it('levering.json names a file twice: its rows would count double', async () => {
    await inbox.put('levering.zip', [TEAM], {bestanden: [listed(TEAM), listed(TEAM)]});
    expect((await load()).reden).toMatch(
      /^team\.csv: dit bestand staat twee keer in levering\.json/,
    );
  });

  it('the zip has a password', async () => {
    await inbox.put('levering.zip', [TEAM]);
    const bytes = readFileSync(inbox.path('levering.zip'));
    // Bit 0 of the flags, 8 bytes after the signature in the list of contents (APPNOTE 4.4.4).
    const at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8;
    bytes.writeUInt8(bytes.readUInt8(at) | 1, at);
    writeFileSync(inbox.path('levering.zip'), bytes);
    expect((await load()).reden).toContain('deze zip heeft een wachtwoord');
  });

  it('it says to be of the future: it would win from all that follow', async () => {
    await inbox.put('levering.zip', [TEAM], {aangemaakt_op: '2031-01-01T00:00:00Z'});
    expect((await load()).reden).toContain('aangemaakt_op ligt in de toekomst');
    expect(await inbox.count('stg.team')).toBe(0);
  });

  it('one file among messages is none; that file is named', async () => {
    await writeZip(inbox.path('levering.zip'), [
      {naam: 'a.xml', tekst: message()},
      {naam: 'leesmij.txt', tekst: 'Hallo'},
    ]);
    expect((await load()).reden).toMatch(/^leesmij\.txt: dit is geen bericht \(XML\)/);
  });

  it('a CSV is a workbook under another name', async () => {
    const workbook = {naam: 'team.csv', tekst: Buffer.from('504b030414000000', 'hex')};
    await inbox.put('levering.zip', [workbook]);
    expect((await load()).reden).toMatch(
      /^team\.csv: dit is een Excel-bestand of een zip, geen CSV/,
    );
  });
});

describe('a name that identifies somebody is refused and never shown:', () => {
  const BSN = '123456782';

  it.each([
    ['a BSN', BSN],
    ['a person', 'mevrouw Zwaluwstaart'],
  ])('%s as a file that only levering.json names', async (_what, name) => {
    const absent = {...listed(TEAM), naam: `${name}.csv`};
    const outcome = await inbox.offer([TEAM], {bestanden: [listed(TEAM), absent]});
    expectHidden(outcome, name);
  });

  const bad = (name: string): [string, unknown][] => [
    ['a file', [MAPPING, {...MAPPING, bestand: `${name}.csv`}]],
    ['a sheet', [{...MAPPING, blad: name}]],
    ['a column to pass over', [{...MAPPING, negeer: [name]}]],
    ['a column of the export', [{...MAPPING, tabellen: [columns({crisis: name})]}]],
    ['a column of the profile', [{...MAPPING, tabellen: [columns({[name]: 'Nummer'})]}]],
    ['a table', [{...MAPPING, tabellen: [{...columns({}), tabel: name}]}]],
  ];
  it.each(bad(BSN))('%s in a mapping profile', async (_what, bestanden) => {
    expectHidden(await offerMapping(bestanden), BSN);
  });

  it('the mapping profile itself', async () => {
    expectHidden(await offerMapping([MAPPING], `${BSN}.json`), BSN);
  });

  function columns(more: Record<string, string>): {tabel: string; kolommen: unknown} {
    const [table] = MAPPING.tabellen;
    return {tabel: 'aanmelding', kolommen: {...table?.kolommen, ...more}};
  }

  async function offerMapping(bestanden: unknown, profiel = 'profiel.json') {
    const {bron: _, ...head} = SIDE;
    const side = {...head, bron: 'zaaksysteem', soort: 'aanvulling', profiel, bestanden: undefined};
    await writeZip(inbox.path('levering.zip'), [
      {
        naam: 'csv-profiel.json',
        tekst: JSON.stringify({...side, aangemaakt_op: '2022-02-04T03:00:00Z'}),
      },
      {naam: 'profiel.json', tekst: JSON.stringify({naam: 'proef', bestanden})},
      meldingen('Nummer;Team;Datum melding;Vraag;Crisis\n'),
    ]);
    return load();
  }

  function expectHidden(outcome: Awaited<ReturnType<typeof load>>, name: string): void {
    expect(outcome.status).toBe('geweigerd');
    const quarantine = join(inbox.data, 'quarantaine');
    const reasons = readdirSync(quarantine)
      .filter((one) => one.endsWith('.reden.json'))
      .map((one) => readFileSync(join(quarantine, one), 'utf8'));
    expect(reasons).toHaveLength(1);
    expect(JSON.stringify([outcome, reasons])).not.toContain(name);
  }
});

describe('a number with a decimal comma', () => {
  const fte = (...cells: string[]): TestFile[] => [
    TEAM,
    file(
      'formatie.csv',
      'team_id;organisatie;discipline;fte;geldig_van',
      ...cells.map((cell, at) => `T1;Zorg;d${at};${cell};2021-01-01`),
    ),
  ];

  it('is read, with a warning that names the column', async () => {
    const {bestanden} = await inbox.offer(fte('1,5', '0,125', '2'));
    expect(bestanden[1]).toMatchObject({
      geladen: 3,
      waarschuwingen: [{code: 'DECIMALE_KOMMA', reden: expect.stringContaining('"fte"') as string}],
    });
    expect(await inbox.warehouse.rows('select fte from stg.formatie order by fte')).toEqual([
      {fte: 0.125},
      {fte: 1.5},
      {fte: 2},
    ]);
  });

  it('that can be a thousand is rejected', async () => {
    const {bestanden} = await inbox.offer(fte('1,5', '1,250'));
    expect(bestanden[1]?.afgewezen).toMatchObject([{regel: 3, kolom: 'fte', code: 'GETAL'}]);
  });

  it('beside points that can be thousands refuses the file: nobody can tell how large they are', async () => {
    const {reden} = await inbox.offer(fte('1,5', '1.250'));
    expect(reden).toMatch(/^formatie\.csv: kolom "fte" heeft komma's en punten door elkaar/);
  });
});

describe('a year that can not be true is rejected:', () => {
  it.each([
    ['of an event, written wrong', 'datum', '0202-04-01', 'BEREIK'],
    ['of a birth after the delivery', 'geboortejaar', '2023', 'DATUM_TOEKOMST'],
    ['but not of a child of this year', 'geboortejaar', '2022', null],
  ])('%s', async (_what, kolom, cell, code) => {
    const row =
      kolom === 'datum'
        ? file('gebeurtenis.csv', 'datum;omschrijving', `${cell};start`)
        : file('client.csv', 'client_id;geboortejaar', `client-aaaa;${cell}`);
    const [table] = (await inbox.offer([row])).bestanden;
    expect(table?.afgewezen).toMatchObject(code === null ? [] : [{regel: 2, kolom, code}]);
  });
});

describe('what is kept in quarantine', () => {
  const kept = (): string[] => {
    const [folder = ''] = inbox.names('quarantaine');
    return readdirSync(join(inbox.data, 'quarantaine', folder)).sort();
  };

  it('is each broken message, also when two have the same name in different folders', async () => {
    await writeZip(inbox.path('levering.zip'), [
      {naam: 'x/a.xml', tekst: '<a>'},
      {naam: 'x_a.xml', tekst: '<b>'},
      {naam: 'goed.xml', tekst: message()},
    ]);
    await load(new Date('2024-06-01T02:00:00Z'));
    expect(kept()).toEqual(['_x_a.xml', 'melding.json', 'x_a.xml']);
  });

  it('is a file that is called as our own notice, and goes back under its own name', async () => {
    const now = new Date('2024-08-01T02:00:00Z');
    const records = [aanvraag(), aanvraag(undefined, {datumAanvraag: '2024-02-30'})];
    const naam = 'melding.json';
    const side = {...SIDE, bestanden: [{naam, client_id: 'client-aaaa'}]};
    await writeZip(inbox.path('levering.zip'), [
      {naam: 'zorgned.json', tekst: JSON.stringify(side)},
      {naam, tekst: JSON.stringify({_embedded: {aanvraag: records}})},
    ]);
    const {levering_id} = await load(now);
    expect(kept()).toEqual(['_melding.json', 'melding.json', 'zorgned.json']);
    const item = findItem(join(inbox.data, 'quarantaine'), levering_id);
    const how = {inbox: join(inbox.data, 'inbox'), hersteld: null, now};
    const offered = offerReplay(item, prepareReplay(item, how), how);
    expect(readdirSync(inbox.path(offered)).sort()).toEqual([naam, 'zorgned.json']);
  });
});

/** A file of one row as `levering.json` lists it. */
function listed({naam, tekst}: TestFile): {naam: string; sha256: string; rijen: number} {
  return {naam, sha256: sha256(tekst), rijen: 1};
}
