import {describe, expect, it} from 'vitest';
import {payersOf, type Claim} from '../../../queries/attack/ledger-world.ts';
import type {Financienstand, Onderdeel} from '../../../queries/contract/finance.ts';
import {Noise} from '../../../queries/cube/noise.ts';
import {standingsOf} from '../../../queries/finance/published-standings.ts';
import type {ExactPost, Look} from '../../../queries/finance/standings.ts';

const noise = new Noise({label: Buffer.alloc(32, 3), record: Buffer.alloc(32, 4)});
const claims = (post: string, clients: number): Claim[] =>
  Array.from({length: clients}, (_, client) =>
    [1, 2, 3, 4].map((one): Claim => ({client, post, hulp: one, boeking: one, cent: 5000_00})),
  ).flat();
const care = {} as ExactPost['replays'][number];
const post = (regel: string, onderdeel: Onderdeel, replays: ExactPost['replays'] = [care]) => ({
  regel,
  omschrijving: regel,
  onderdeel,
  begroot_cent: 1_000_000_00,
  verplicht_cent: 300_000_00,
  gedeclareerd_cent: 400_000_00,
  toegekend_cent: 399_999_00,
  realisatie_cent: 123_456_78,
  verwacht_cent: 1_100_000_00,
  bands: null,
  methode: 'model' as const,
  replays,
});

function published(
  sizes: Readonly<Record<string, number>>,
  {peilmaand = 6, definitiefTot = '2022-12-31'} = {},
): Financienstand[] {
  const all = Object.entries(sizes).flatMap(([regel, clients]) => claims(regel, clients));
  const look: Look = {
    gemeente: 'GM1',
    budget: {boekjaar: 2022, versies: [], posten: []},
    peilmaand,
    replays: [],
    origins: [],
    methode: 'model',
    ledger: {geboekt: new Map(), verplicht: new Map(), posten: new Map()},
    payers: new Map([['GM1 2022 wmo', payersOf(all)]]),
    noise,
    definitiefTot,
  };
  const posts = [
    {...post('huur', 'geen', []), verplicht_cent: 0, gedeclareerd_cent: 0, toegekend_cent: 0},
    ...Object.keys(sizes).map((regel) => post(regel, 'wmo')),
  ];
  return JSON.parse(JSON.stringify(standingsOf(look, posts))) as Financienstand[];
}

const of = (rows: readonly Financienstand[], onderdeel: Onderdeel, regel: string | null) =>
  rows.find((one) => one.onderdeel === onderdeel && one.regel === regel);

describe('a look at a boekjaar as it is published', () => {
  it('has the ledger to the cent, labelled so, and claims with noise in whole thousands', () => {
    const row = of(published({a: 60, b: 90}), 'wmo', 'a');
    expect(row).toMatchObject({
      realisatie_cent: 123_456_78,
      realisatie_herkomst: 'grootboek, exact',
      status: 'ok',
    });
    for (const cent of [row?.gedeclareerd_cent, row?.toegekend_cent, row?.verplicht_cent]) {
      expect((cent ?? 1) % 100_000).toBe(0);
    }
    expect(row?.gedeclareerd_cent).not.toBe(400_000_00);
  });

  it('has a protected ledger as long as the quarter is provisional', () => {
    const rows = published({a: 60, b: 90}, {definitiefTot: '2022-06-29'});
    expect(of(rows, 'wmo', 'a')?.realisatie_herkomst).toBe('beschermd');
    expect((of(rows, 'wmo', 'a')?.realisatie_cent ?? 1) % 100_000).toBe(0);
    expect(of(rows, 'geen', 'huur')).toMatchObject({
      realisatie_cent: 123_456_78,
      realisatie_herkomst: 'grootboek, exact',
    });
  });

  it('never approves more than was declared', () => {
    for (const peilmaand of [3, 6, 9, 12]) {
      for (const row of published({a: 60, b: 90, c: 55, d: 200}, {peilmaand})) {
        expect(row.toegekend_cent ?? 0).toBeLessThanOrEqual(row.gedeclareerd_cent ?? 0);
      }
    }
  });

  it('withholds few clients with the label, also in what is all together', () => {
    const rows = published({a: 10, b: 12});
    for (const regel of ['a', 'b', null]) {
      expect(of(rows, 'wmo', regel)).toMatchObject({
        realisatie_cent: null,
        gedeclareerd_cent: null,
        prognose: null,
        realisatie_herkomst: 'grootboek, exact',
        status: 'te_klein',
      });
    }
    expect(of(rows, 'alle', null)).toMatchObject({realisatie_cent: null, status: 'te_klein'});
    expect(of(rows, 'geen', null)).toMatchObject({realisatie_cent: 123_456_78, status: 'ok'});
  });

  it('says the same of a post with few clients and of one with nobody', () => {
    const [few, none] = [{a: 8}, {a: 0}].map((one) =>
      of(published({...one, b: 90, c: 200}), 'wmo', 'a'),
    );
    expect(few).toEqual(none);
  });
});
