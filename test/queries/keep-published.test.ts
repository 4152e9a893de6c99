import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Definition} from '../../queries/catalogue.ts';
import {keepPublished, periodKey} from '../../queries/keep-published.ts';
import {writeParts, type WrittenParts} from '../../queries/publication-file.ts';
import {Database} from '../../warehouse/open.ts';

const definition = {
  id: 'proef',
  uitsplitsingen: ['wet'],
  voorlopigMaanden: 3,
} as unknown as Definition;
const PERIODS = ['01', '02', '03', '04', '05', '06'].map((maand) => ({
  gemeente: 'GM1',
  periodesoort: 'maand',
  periode: `2021-${maand}`,
  van: `2021-${maand}-01`,
  tot: `2021-${maand}-28`,
}));
const parameters = {afrondbasis: 5};
const definitions = [{indicator: 'proef', sha256: 'a', versie: '1'}];

let folder: string;
let publication: Database;

async function figures(database: Database, value: number, months: number): Promise<void> {
  await database.run(
    `create table cijfer_proef (gemeente_code varchar, niveau varchar, gebied_code varchar,
       periodesoort varchar, periode varchar, wet varchar, waarde double, voorlopig boolean)`,
  );
  for (const {periode} of PERIODS.slice(0, months)) {
    const open = Number(periode.slice(5)) > months - 3;
    for (const [niveau, wet] of [
      ['gemeente', 'alle'],
      ['wijk', 'alle'],
      ['wijk', 'wmo'],
    ]) {
      await database.run(
        `insert into cijfer_proef values ('GM1', '${niveau}', '${niveau === 'wijk' ? 'WK1' : 'GM1'}',
           'maand', '${periode}', '${wet}', ${String(value)}, ${String(open)})`,
      );
    }
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blijft-'));
  const before = await Database.open(join(folder, 'vorige.duckdb'));
  await figures(before, 10, 5);
  const parts = {
    manifest: {parameters, definities: definitions},
    gebieden: [],
    indicatoren: [],
    gebeurtenissen: [],
    nulmetingen: [],
    perioden: PERIODS,
    bereiken: [{indicator: 'proef', gemeente: 'GM1', van: '2021-01-01', tot: '2021-05-31'}],
  };
  await writeParts(before, parts as unknown as WrittenParts);
  before.close();
  publication = await Database.open(':memory:');
  await figures(publication, 20, 6);
});
afterEach(() => {
  publication.close();
  rmSync(folder, {recursive: true});
});

const keep = (over: {held?: {gemeente: string; gebied: string}[]; sha256?: string} = {}) =>
  keepPublished({
    publication,
    previous: join(folder, 'vorige.duckdb'),
    cubes: [
      {
        definition,
        codes: new Map(),
        ranges: [{gemeente: 'GM1', van: '2021-01-01', tot: '2021-06-30'}],
      },
    ],
    held: over.held ?? [],
    parameters,
    definitions: [{indicator: 'proef', sha256: over.sha256 ?? 'a'}],
  });

async function values(where: string): Promise<Record<string, number>> {
  const rows = await publication.rows(
    `select periode, waarde from cijfer_proef where ${where} order by periode`,
  );
  return Object.fromEntries(rows.map((row) => [String(row['periode']), Number(row['waarde'])]));
}

describe('a figure', () => {
  it('is provisional once and definitive once: in between and after it does not change', async () => {
    const kept = await keep();
    expect(await values("niveau = 'gemeente'")).toEqual({
      '2021-01': 10, // was definitive
      '2021-02': 10,
      '2021-03': 20, // became definitive
      '2021-04': 10, // still provisional
      '2021-05': 10,
      '2021-06': 20, // new
    });
    expect(kept.has(periodKey('proef', 'GM1', {periodesoort: 'maand', periode: '2021-04'}))).toBe(
      true,
    );
  });

  it('of a wijk in which too little changed is not split anew, its total is', async () => {
    await keep({held: [{gemeente: 'GM1', gebied: 'WK1'}]});
    expect(await values("niveau = 'wijk' and wet = 'wmo'")).toEqual({
      '2021-01': 10,
      '2021-02': 10,
      '2021-03': 10,
      '2021-04': 10,
      '2021-05': 10,
    });
    expect((await values("niveau = 'wijk' and wet = 'alle'"))['2021-06']).toBe(20);
  });

  it('that is defined otherwise than before starts anew', async () => {
    const kept = await keep({sha256: 'b'});
    expect(kept.size).toBe(0);
    expect(await values("niveau = 'gemeente'")).toMatchObject({'2021-01': 20, '2021-04': 20});
  });
});
