import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {writeZip} from '../../fixtures/zip.ts';
import {unpackDelivery} from '../../ingest/delivery.ts';
import {sorted} from '../../ingest/sorted.ts';
import {TestInbox, type TestFile} from '../support/delivery.ts';
import {client, message} from './istandaarden/message-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bestanden-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

const bericht = (index: number, toewijzing: string): TestFile => ({
  naam: `b-${index}.xml`,
  tekst: message(client('301', [{ToewijzingNummer: toewijzing}]), {
    identificatie: String(index),
    dagtekening: '2022-02-10',
  }),
});

describe('texts that are sorted partly on disk', () => {
  it('come out as the language itself sorts them, whatever is in them', () => {
    const text = fc.string({unit: 'binary', maxLength: 12});
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 60}), (some) => {
        // More than are held at once: two runs, and what is left.
        const texts = Array.from(
          {length: 21_000},
          (_, at) => `${some[at % some.length]}${at % 977}`,
        );
        expect([...sorted(texts, folder)]).toEqual(texts.toSorted());
      }),
      {numRuns: 1},
    );
  });
});

describe('files of a delivery', () => {
  it('are told under their names, whatever is in them, without the folder that all share', async () => {
    const names = ['a b.xml', 'c%20d.xml', 'é\n.xml', 'sub/e.xml', 'levering.json'];
    const path = join(folder, 'levering.zip');
    await writeZip(
      path,
      names.map((naam) => ({naam: `post/${naam}`, tekst: naam})),
    );
    const {bestanden} = await unpackDelivery(path, join(folder, 'uit'));
    expect(Array.from(bestanden, ({naam}) => naam).sort()).toEqual(names.sort());
    expect(bestanden).toHaveLength(names.length);
  });
});

describe('a folder of messages', () => {
  it('is the same delivery as a zip of them, and is known when that was loaded', async () => {
    const inbox = await TestInbox.open();
    const berichten = Array.from({length: 300}, (_, at) => bericht(at, String(1000 + at)));
    await writeZip(inbox.path('berichten.zip'), berichten);
    expect(await inbox.load()).toMatchObject([{status: 'geladen', rijen: {geladen: 300}}]);
    mkdirSync(inbox.path('berichten'));
    for (const {naam, tekst} of berichten) {
      writeFileSync(join(inbox.path('berichten'), naam), tekst);
    }
    expect(await inbox.load()).toMatchObject([{status: 'bekend'}]);
    expect(await inbox.count('stg.bericht_toewijzing')).toBe(300);
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
  });
});

describe('broken messages among many', () => {
  it('are each told, kept and counted; the night itself remembers no file', async () => {
    const inbox = await TestInbox.open();
    const isBroken = (at: number): boolean => at % 25 === 7;
    const berichten = Array.from({length: 400}, (_, at) => bericht(at, String(1000 + at))).map(
      (file, at) => (isBroken(at) ? {...file, tekst: String(file.tekst).slice(0, -20)} : file),
    );
    await writeZip(inbox.path('berichten.zip'), berichten);
    const [outcome] = await inbox.load([], undefined, false);
    const broken = berichten.filter((_, at) => isBroken(at)).map(({naam}) => naam);

    expect(outcome).toMatchObject({
      status: 'geladen',
      bestanden: [],
      rijen: {gelezen: 400, geladen: 400 - broken.length, afgewezen: broken.length},
    });
    const rejected = await inbox.warehouse.rows(
      'select bestand, regel, reden from meta.afgewezen_rij order by bestand',
    );
    expect(rejected.map(({bestand}) => bestand)).toEqual(broken.toSorted());
    for (const {regel, reden} of rejected) {
      expect(regel).toBeGreaterThan(0);
      expect(reden).toContain('de XML is kapot op deze regel');
    }
    const [sum] = await inbox.warehouse.rows(
      `select count(*) as bestanden, sum(gelezen) as gelezen,
         sum(geladen + afgewezen + dubbel + verouderd) as verantwoord from meta.bestand`,
    );
    expect(sum).toEqual({bestanden: 400, gelezen: 400, verantwoord: 400});
    const [kept = ''] = inbox.names('quarantaine');
    const files = readdirSync(join(inbox.data, 'quarantaine', kept));
    expect(files.filter((naam) => naam.endsWith('.xml')).sort()).toEqual(broken.toSorted());
    inbox.warehouse.close();
    rmSync(inbox.data, {recursive: true});
  });
});
