import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import type {LoadedFile} from '../../../ingest/outcome.ts';
import {loadMessages, type MessagesFacts} from '../../../ingest/sources/istandaarden/load.ts';
import {buildModels} from '../../../warehouse/build.ts';
import {Database} from '../../../warehouse/open.ts';
import {applySchema} from '../../../warehouse/schema.ts';
import {answer, claim, product} from './message-text.ts';
import {pseudonym} from './read.ts';

let database: Database;
beforeEach(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
});

async function load(...texts: string[]): Promise<MessagesFacts & {files: LoadedFile[]}> {
  const folder = mkdtempSync(join(tmpdir(), 'berichten-'));
  const files = texts.map((text, index) => {
    const naam = `${index + 1}.xml`;
    writeFileSync(join(folder, naam), text);
    return {naam, pad: join(folder, naam), sha256: String(index)};
  });
  const now = new Date('2026-11-24T12:00:00Z');
  const loaded: LoadedFile[] = [];
  const facts = await loadMessages(database, files, {
    naam: 'zip',
    levering_id: 'L1',
    pseudonym,
    now,
    onFile: (file) => {
      loaded.push(file);
    },
  });
  return {...facts, files: loaded};
}

describe('a delivery of messages', () => {
  it('goes on after a broken one, which is named with file, line and path', async () => {
    const {files} = await load(product(), product({Einddatum: 'x'}));
    expect(files[0]).toMatchObject({gelezen: 1, geladen: 1, afgewezen: []});
    expect(files[1]).toMatchObject({
      naam: '2.xml',
      gelezen: 1,
      geladen: 0,
      afgewezen: [{regel: 4, code: 'BERICHT_GEWEIGERD'}],
    });
    expect(files[1]?.afgewezen[0]?.kolom).toMatch(/ToegewezenProduct\/Einddatum$/);
  });

  it('runs from its first to its last day', async () => {
    const outcome = await load(
      product({}, {dagtekening: '2024-03-10'}),
      product({}, {dagtekening: '2024-05-02'}),
    );
    expect(outcome).toMatchObject({
      gemeente_code: 'GM0400',
      periode_van: '2024-03-10',
      periode_tot: '2024-05-02',
      aangemaakt_op: '2024-05-02',
    });
  });

  it('is not moved into the future by one wrong date', async () => {
    const outcome = await load(product(), product({}, {dagtekening: '2204-03-10'}));
    expect(outcome.periode_tot).toBe('2024-03-10');
    expect(outcome.files[1]?.afgewezen[0]?.reden).toContain('deze datum ligt in de toekomst');
  });

  it('is refused when no message can be read, with the first reason', async () => {
    await expect(load('<a/>')).rejects.toThrow(
      /^zip: 1\.xml, regel 1: .*geen iWmo- of iJw-bericht/,
    );
  });

  it('is refused when it holds two gemeenten: its levering has one', async () => {
    const other = product({}, {gemeente: '0498'});
    await expect(load(product(), other)).rejects.toThrow('twee gemeenten');
  });

  it('counts an exact copy of a claim line as a double, so that the sum is right', async () => {
    const {files} = await load(claim([{referentie: 'R1'}, {referentie: 'R1'}]));
    expect(files[0]).toMatchObject({gelezen: 2, geladen: 1, dubbel: 1});
  });
});

describe('the models are built', () => {
  it('from the largest numbers that are let in', async () => {
    const omvang = '<Volume>99999999</Volume><Eenheid>04</Eenheid><Frequentie>6</Frequentie>';
    const large = {referentie: 'R1', volume: 1_000_000, cent: 999_999_999_999, eenheid: '16'};
    const stuks = {referentie: 'R2', volume: 99_999_999, eenheid: '82'};
    await load(
      product({Omvang: omvang, Budget: 999_999_999_999}),
      claim([large, stuks, {...large, referentie: 'R3', credit: true}]),
      answer([]),
    );
    await buildModels(database);
    const rows = await database.rows(
      'select volume, minuten, status from kern.prestatie order by referentie',
    );
    expect(rows).toEqual([
      {volume: 1_000_000, minuten: 240_000_000, status: 'toegekend'},
      {volume: 99_999_999, minuten: null, status: 'toegekend'},
      {volume: 1_000_000, minuten: -240_000_000, status: 'toegekend'},
    ]);
  });
});
