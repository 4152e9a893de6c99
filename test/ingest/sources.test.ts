import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {writeZip} from '../../fixtures/zip.ts';
import {formatOf, FORMATS} from '../../ingest/formats.ts';
import {TestInbox} from '../support/delivery.ts';
import {unpacked} from '../support/unpacked.ts';
import {area, collection, LEFT} from './cbs/geojson.ts';
import {product as message} from './istandaarden/message-text.ts';
import {line, report} from './iv3/report.ts';
import {aanvraag, levering, product, SIDE, toewijzing} from './zorgned/sample.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open(new Date('2026-11-24T02:00:00Z'));
});
afterEach(() => {
  inbox.warehouse.close();
  rmSync(inbox.data, {recursive: true, force: true});
});

const IV3 = report({lasten: [line('6.2', 12), line('6.71a', 30), line('0.1', 5)]});
const WIJKEN = collection([area('WK040001', 'Wijk 01 Centrum', LEFT, '2024WK040001')]);
const ZORGNED = {_embedded: {aanvraag: [aanvraag()]}};

const put = (naam: string, content: unknown): void => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(inbox.path(naam), text);
};

describe('a format is recognised by its content', () => {
  it.each([
    ['iv3', {'verslag.json': IV3}],
    ['cbs', {'kaart.json': WIJKEN}],
    [
      'cbs',
      {
        'kwb-2023.csv':
          'WijkenEnBuurten;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12\n',
      },
    ],
    ['zorgned', {'antwoord.json': ZORGNED}],
    ['istandaarden', {'bericht.txt': message()}],
    ['csv-profiel', {'csv-profiel.json': '{}', 'export.csv': 'a;b\n'}],
    ['uitwisselprofiel', {'levering.json': '{}', 'team.csv': ''}],
  ])('%s', async (naam, content) => {
    const bestanden = unpacked(content);
    expect((await formatOf('levering', {bestanden})).naam).toBe(naam);
  });

  it('by one format only, for every one of these', async () => {
    const deliveries = [
      {'a.json': IV3},
      {'b.json': WIJKEN},
      {'c.json': ZORGNED},
      {'d.xml': message()},
    ];
    for (const content of deliveries) {
      const files = unpacked(content);
      let found = 0;
      for (const format of FORMATS) if (await format.recognises(files)) found += 1;
      expect(found).toBe(1);
    }
  });

  it('or the delivery is refused, with what is known', async () => {
    put('notitie.txt', 'Hallo');
    expect(await inbox.load()).toMatchObject([
      {
        status: 'geweigerd',
        reden: expect.stringMatching(
          /^notitie.txt: deze levering is in geen bekend formaat/,
        ) as string,
      },
    ]);
    expect(existsSync(join(inbox.data, 'quarantaine', 'notitie.txt'))).toBe(true);
  });
});

describe('a foreign format in the night', () => {
  it('iv3 fills begroting, and the contact block is nowhere', async () => {
    put('verslag.json', IV3);
    expect(await inbox.load()).toMatchObject([
      {status: 'geladen', bestanden: [{naam: 'verslag.json', tabel: 'begroting', geladen: 2}]},
    ]);
    expect(
      await inbox.warehouse.rows('select gemeente_code, bron, soort, geladen from meta.levering'),
    ).toEqual([
      {gemeente_code: 'GM0400', bron: 'iv3_begroting_2024', soort: 'volledig', geladen: 2},
    ]);
  });

  it('the next iv3 report of the same bron replaces the one before', async () => {
    put('verslag.json', IV3);
    await inbox.load();
    put('later.json', report({lasten: [line('6.2', 14)]}, {datum: '2024-02-10T09:30:00+01:00'}));
    await inbox.load();
    expect(await inbox.count('stg.begroting')).toBe(1);
  });

  it('cbs fills gebied', async () => {
    // As the files of CBS are called: a year and a gemeente are no postcode.
    put('wijk_2024_GM0400_wgs84.geojson', WIJKEN);
    expect(await inbox.load()).toMatchObject([{status: 'geladen'}]);
    expect(await inbox.warehouse.rows('select gebied_code, naam, jaar from stg.gebied')).toEqual([
      {gebied_code: 'WK040001', naam: 'Centrum', jaar: 2024},
    ]);
  });

  const zorgned = async (records: unknown[], naam = 'client.json') => {
    const side = {...SIDE, bestanden: [{naam, client_id: 'client-aaaa'}]};
    await writeZip(inbox.path('zorgned.zip'), [
      {naam: 'zorgned.json', tekst: JSON.stringify(side)},
      {naam, tekst: JSON.stringify({_embedded: {aanvraag: records}})},
    ]);
    const [outcome] = await inbox.load();
    return outcome!;
  };

  it('zorgned fills toewijzing and levering under a new pseudonym, whatever the file is called', async () => {
    const outcome = await zorgned([aanvraag()], "klant's [1].json");
    expect(outcome).toMatchObject({status: 'geladen', reden: ''});
    expect(outcome.bestanden.map(({tabel, geladen}) => [tabel, geladen])).toEqual([
      ['toewijzing', 1],
      ['levering', 1],
    ]);
    const [row] = await inbox.warehouse.rows('select client_id, bestand from stg.toewijzing');
    expect(row?.['client_id']).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(row?.['bestand']).toBe("klant's [1].json");
  });

  it('breaks the same rules as a CSV of the profile, told in the words of the supplier', async () => {
    const turned = toewijzing({
      leveringen: [levering({begindatum: '2024-05-31', einddatum: '2024-02-15'})],
    });
    const wrong = aanvraag([product({toewijzingen: [turned]})]);
    const outcome = await zorgned([wrong]);
    expect(outcome.bestanden.flatMap(({afgewezen}) => afgewezen)).toMatchObject([
      {regel: 1, code: 'DATUM_VOLGORDE'},
    ]);
    const counted = await inbox.warehouse.rows(
      'select tabel, gelezen, geladen, afgewezen from meta.bestand order by tabel',
    );
    expect(counted).toEqual([
      {tabel: 'levering', gelezen: 1, geladen: 0, afgewezen: 1},
      {tabel: 'toewijzing', gelezen: 1, geladen: 1, afgewezen: 0},
    ]);
  });

  it('goes through the gate: BSNs in a number are refused, and nothing is told of them', async () => {
    const bsns = ['111222333', '123456782', '999990019', '999999990'];
    const records = bsns.map((bsn, index) =>
      aanvraag([
        product({
          leverancier: {identificatie: bsn},
          toewijzingen: [
            toewijzing({
              toewijzingNummer: String(index),
              leverancier: {identificatie: bsn, agbcode: bsn},
            }),
          ],
        }),
      ]),
    );
    const outcome = await zorgned(records);
    expect(outcome.status).toBe('geweigerd');
    expect(outcome.reden).toMatch(/^client.json: kolom "leverancier" bevat 4 keer een BSN/);
    for (const bsn of bsns) expect(JSON.stringify(outcome)).not.toContain(bsn);
    const reason = join(inbox.data, 'quarantaine', 'zorgned.zip.reden.json');
    expect(readFileSync(reason, 'utf8')).not.toMatch(/[0-9]{9}/);
  });
});
