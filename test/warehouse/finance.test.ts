import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {taakveldenVan} from '../../ingest/sources/iv3/taakvelden.ts';
import {buildModels} from '../../warehouse/build.ts';
import {Database, type Row} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

let database: Database;
beforeEach(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
});
afterEach(() => {
  database.close();
});

const ORIGIN = `'GM0400' as gemeente_code, 'b' as bron, 'L1' as levering_id,
  timestamp '2022-02-04' as aangemaakt_op, 'x.csv' as bestand, 2 as bronregel`;

interface Post {
  versie?: number;
  kant?: string;
  wet?: string | null;
  product?: string | null;
  boekjaar?: number;
}

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text}'`);

async function budget(regel: string, cent: number, post: Post = {}): Promise<void> {
  const {versie = 0, kant = 'lasten', wet = 'wmo', product = null, boekjaar = 2022} = post;
  await database.run(`insert into stg.begroting by name select ${ORIGIN}, ${boekjaar} as boekjaar,
    ${versie} as versie, date '2021-11-10' + ${versie} as datum_vaststelling, '${regel}' as regel,
    'x' as omschrijving, '${kant}' as kant, ${quoted(wet)} as wet,
    ${quoted(product)} as productcategorie, ${cent} as bedrag_cent`);
}

async function claim(nummer: number, product: string, [maand, ingediend]: string[], cent: number) {
  await database.run(`insert into stg.prestatie by name select ${ORIGIN}, 'wmo' as wet,
    'A1' as aanbieder_id, '${nummer}' as referentie, 'c1' as client_id,
    '${product}' as productcategorie, date '${maand}' as periode_begin,
    date '${maand}' as periode_eind, 1 as volume, 'uur' as eenheid, ${cent} as bedrag_cent,
    date '${ingediend}' as datum_ingediend, 'toegekend' as status`);
}

async function booking(nummer: number, regel: string, maand: number, cent: number): Promise<void> {
  await database.run(`insert into stg.realisatie by name select ${ORIGIN}, '${nummer}' as boeking_id,
    2022 as boekjaar, ${maand} as maand, '${regel}' as regel, 'lasten' as kant,
    ${cent} as bedrag_cent`);
}

async function rows(sql: string): Promise<Row[]> {
  await buildModels(database);
  return database.rows(sql);
}

describe('the stand of a begroting', () => {
  it('keeps a post that a wijziging does not name, and begins a new one at nothing', async () => {
    await budget('a', 100);
    await budget('b', 100, {kant: 'baten'});
    await budget('a', 150, {versie: 1});
    await budget('b', 170, {versie: 1, kant: 'baten'});
    await budget('c', 20, {versie: 1});
    await budget('c', 30, {versie: 2});
    await budget('b', 180, {versie: 2, kant: 'baten'});
    await budget('iv3-6.2-L1.1', 999);
    const found = await rows(
      `select regel, to_json(list(bedrag_cent order by versie))::varchar as stand,
         to_json(list(wijziging_cent order by versie))::varchar as wijziging
       from kern.begroting_stand group by regel order by regel`,
    );
    expect(found).toEqual([
      {regel: 'a', stand: '[100,150,150]', wijziging: '[100,50,0]'},
      {regel: 'b', stand: '[100,170,180]', wijziging: '[100,70,10]'},
      {regel: 'c', stand: '[0,20,30]', wijziging: '[0,20,10]'},
    ]);
  });
});

describe('the post that pays a claim', () => {
  it('is that of the product, else of the law, else none', async () => {
    await database.run(`insert into stg.client by name select ${ORIGIN}, 'c1' as client_id`);
    await budget('hulp', 100, {product: '01'});
    await budget('overig', 100);
    await claim(1, '01', ['2022-01-01', '2022-02-10'], 100);
    await claim(2, '02', ['2022-01-01', '2022-02-10'], 100);
    await claim(3, '01', ['2023-01-01', '2023-02-10'], 100);
    const found = await rows(
      'select boekjaar, productcategorie, regel from kern.zorgpost order by all',
    );
    expect(found).toEqual([
      {boekjaar: 2022, productcategorie: '01', regel: 'hulp'},
      {boekjaar: 2022, productcategorie: '02', regel: 'overig'},
      {boekjaar: 2023, productcategorie: '01', regel: null},
    ]);
  });
});

describe('the tie-out of claims and ledger', () => {
  const month = fc.integer({min: 1, max: 12});
  const ledger = fc.record({
    claims: fc.array(
      fc.record({
        product: fc.constantFrom('01', '02', '99'),
        dienst: month,
        ingediend: month,
        cent: fc.integer({min: -1_000_000, max: 9_000_000}),
      }),
      {minLength: 1, maxLength: 12},
    ),
    bookings: fc.array(
      fc.record({
        regel: fc.constantFrom('hulp', 'begeleiding'),
        maand: month,
        cent: fc.integer({min: -1_000_000, max: 9_000_000}),
      }),
      {maxLength: 12},
    ),
  });
  const day = (maand: number): string => `2022-${String(maand).padStart(2, '0')}-05`;

  it('loses no cent of random ledgers, whatever has no post', async () => {
    await database.run(`insert into stg.client by name select ${ORIGIN}, 'c1' as client_id`);
    await budget('hulp', 100, {product: '01'});
    await budget('begeleiding', 100, {product: '02'});
    const runs = Number(process.env['WIJKMONITOR_GROOTBOEKEN'] ?? 5);
    await fc.assert(
      fc.asyncProperty(ledger, async ({claims, bookings}) => {
        await database.run('delete from stg.prestatie');
        await database.run('delete from stg.realisatie');
        // Both posts occur, so that their bookings are bookings of care.
        await claim(900, '01', [day(1), day(1)], 0);
        await claim(901, '02', [day(1), day(1)], 0);
        for (const [index, one] of claims.entries()) {
          await claim(index, one.product, [day(one.dienst), day(one.ingediend)], one.cent);
        }
        for (const [index, one] of bookings.entries()) {
          await booking(index, one.regel, one.maand, one.cent);
        }
        const found = await rows(
          `select sum(toegekend_cent) as toegekend, sum(geboekt_cent) as geboekt,
             sum(verschil_cent) as verschil from kern.aansluiting`,
        );
        const total = (list: readonly {cent: number}[]): number =>
          list.reduce((sum, {cent}) => sum + cent, 0);
        expect(Number(found[0]?.['toegekend'])).toBe(total(claims));
        expect(Number(found[0]?.['geboekt'])).toBe(total(bookings));
        expect(Number(found[0]?.['verschil'])).toBe(total(bookings) - total(claims));
      }),
      {numRuns: runs},
    );
  });
});

describe('the taakvelden of the warehouse', () => {
  it('are those by which Iv3 is judged', async () => {
    for (const jaar of [2016, 2017, 2022, 2023, 2024, 2025, 2030]) {
      const found = await rows(
        `select taakveld as code, naam, groep, wet from ref.taakveld
         where ${jaar} between van and tot order by taakveld`,
      );
      const sorted = [...taakveldenVan(jaar)].sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(found).toEqual(sorted);
    }
  });
});
