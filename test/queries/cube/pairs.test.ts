import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import type {Maten} from '../../../queries/contract/figure.ts';
import type {CubeContext} from '../../../queries/cube/cell.ts';
import {Noise} from '../../../queries/cube/noise.ts';
import {pairCell} from '../../../queries/cube/vorm/pairs.ts';

const definition = readCatalogue('queries/indicators').get('zelfredzaamheid_verbeterd');

const WINDOW = {
  gemeente: 'GM1',
  niveau: 'wijk',
  code: 'WK1',
  periodesoort: 'jaar',
  periode: '2021',
  van: '2021-01-01',
  tot: '2021-12-31',
};

interface Facts {
  paren: number;
  hoger: number;
  clienten: number;
  huishoudens: number;
  grootste: number;
}

/** The published figure of a group, or null when there is no cell. */
function published(facts: Facts, seed = 1): Maten | null {
  const label = Buffer.from(String(seed).padStart(32, '0'));
  const context = {
    definition,
    noise: new Noise({label, record: Buffer.alloc(32, 1)}),
    areas: new Map(),
    people: {most: () => null},
    population: {naam: 'paren', minimum: 10},
    windows: new Map([[1, WINDOW]]),
    definitiefTot: new Map([['GM1', '2022-12-31']]),
  } as unknown as CubeContext;
  const row = {
    venster: 1,
    domein: 'financien',
    aantal: facts.paren,
    teller: facts.hoger,
    clienten: facts.clienten,
    huishoudens: facts.huishoudens,
    grootste: facts.grootste,
    teller_clienten: Math.min(facts.hoger, facts.clienten),
    rest_clienten: Math.min(facts.paren - facts.hoger, facts.clienten),
  };
  return pairCell(context, row, ['domein'])[0]?.maten ?? null;
}

const groups = fc
  .record({
    clienten: fc.integer({min: 15, max: 400}),
    extra: fc.nat(40),
    share: fc.double({min: 0, max: 1, noNaN: true}),
  })
  .map(({clienten, extra, share}): Facts => {
    const paren = clienten + Math.min(extra, clienten);
    return {paren, hoger: Math.round(share * paren), clienten, huishoudens: clienten, grootste: 2};
  });

describe('a share of pairs', () => {
  it('is hidden below ten clients and in fewer than five households, whatever its size', () => {
    fc.assert(
      fc.property(groups, fc.nat(), fc.nat(9), (group, seed, clienten) => {
        expect(published({...group, clienten}, seed)).toBeNull();
        expect(published({...group, huishoudens: 4}, seed)).toBeNull();
      }),
    );
  });

  it('is hidden below thirty pairs, by the rounded count', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (group, seed) => {
        const maten = published(group, seed);
        if (group.paren <= 25) expect(maten).toBeNull();
        if (group.paren >= 34) expect(maten?.status).toBe('ok');
        if (maten !== null) expect(maten.noemer).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  it('is withheld without a number when one client has more than half of the pairs', () => {
    const group = {paren: 40, hoger: 20, clienten: 20, huishoudens: 20};
    expect(published({...group, grootste: 20})?.status).toBe('ok');
    const maten = published({...group, grootste: 21});
    expect(maten?.status).toBe('dominantie');
    expect([maten?.waarde, maten?.teller, maten?.noemer, maten?.aantal]).toEqual(
      Array.from({length: 4}, () => null),
    );
  });

  it('shows counts that are multiples of five, at most four from the truth', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (group, seed) => {
        const maten = published(group, seed);
        if (maten?.noemer == null) return;
        expect(maten.noemer % 5).toBe(0);
        expect(Math.abs(maten.noemer - group.paren)).toBeLessThanOrEqual(4);
        if (maten.teller === null) return;
        expect(maten.teller % 5).toBe(0);
        expect(Math.abs(maten.teller - group.hoger)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('never says that nobody or everybody rose: the ends hide the count and the interval', () => {
    fc.assert(
      fc.property(groups, fc.nat(), fc.boolean(), (group, seed, all) => {
        const maten = published({...group, hoger: all ? group.paren : 0}, seed);
        if (maten === null) return;
        const {waarde, ondergrens, bovengrens, teller, methode} = maten;
        // Where the rounding moves a small group away from the end, its side is still too small.
        expect(teller).toBeNull();
        expect(methode).toMatch(all ? /minstens$/ : /hooguit$/);
        expect([ondergrens, bovengrens]).toEqual(all ? [waarde, 100] : [0, waarde]);
        expect(waarde! >= 5 && waarde! <= 95).toBe(true);
      }),
    );
  });

  it('rounds above and below the line apart: one does not give the other away', () => {
    const apart = Array.from({length: 200}, (_, seed) =>
      published({paren: 103, hoger: 53, clienten: 90, huishoudens: 90, grootste: 2}, seed),
    ).filter((maten) => (maten!.noemer === 105) !== (maten!.teller === 55));
    expect(apart.length).toBeGreaterThan(40);
  });

  it('has steps of five below a hundred pairs, whole percents from there', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (group, seed) => {
        const maten = published(group, seed);
        if (maten === null || maten.noemer! >= 100) return;
        expect([maten.waarde! % 5, maten.ondergrens! % 5, maten.bovengrens! % 5]).toEqual([
          0, 0, 0,
        ]);
      }),
    );
  });
});
