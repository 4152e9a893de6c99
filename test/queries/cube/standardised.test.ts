import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import type {Cell, CountedCell, CubeContext} from '../../../queries/cube/cell.ts';
import {People} from '../../../queries/cube/people.ts';
import {shown} from '../../../queries/cube/protect.ts';
import {standardisedCells} from '../../../queries/cube/vorm/standardised.ts';
import type {Database} from '../../../warehouse/open.ts';

// An old wijk and a young wijk with the same use per age: standardised they are equal.
const AGES = ['0-17', '18-26', '27-64', '65-79', '80+'];
const INHABITANTS: Readonly<Record<string, readonly number[]>> = {
  WK1: [1000, 1000, 2000, 500, 500],
  WK2: [500, 500, 1000, 1500, 1500],
  GM1: [1500, 1500, 3000, 2000, 2000],
};

async function context(): Promise<CubeContext> {
  const rows = Object.entries(INHABITANTS).flatMap(([code, counts]) =>
    counts.map((aantal, at) => ({
      gemeente_code: 'GM1',
      niveau: code === 'GM1' ? 'gemeente' : 'wijk',
      gebied_code: code,
      jaar: 2021,
      van: '2021-01-01',
      tot: '2021-12-31',
      leeftijdsgroep: AGES[at] ?? '',
      aantal,
      voorlopig: false,
    })),
  );
  const people = await People.read({rows: () => Promise.resolve(rows)} as unknown as Database);
  const definition = readCatalogue('queries/indicators').get('wmo_maatwerk');
  return {people, definition} as unknown as CubeContext;
}

function cell(
  code: string,
  teller: number,
  leeftijdsgroep?: string,
  periodesoort = 'jaar',
): CountedCell {
  return {
    place: {
      gemeente: 'GM1',
      niveau: code === 'GM1' ? 'gemeente' : 'wijk',
      code,
      periodesoort,
      periode: '2021',
      van: '2021-01-01',
      tot: '2021-12-31',
      dimensies: {variant: 'standaard', ...(leeftijdsgroep === undefined ? {} : {leeftijdsgroep})},
    },
    maten: shown('byar', {waarde: 1, teller, aantal: teller}),
    clienten: teller,
  };
}

// Use per age 0, 2, 4, 10 and 20 percent; the youngest band is hidden at the gemeente.
const GEMEENTE = [
  cell('GM1', 750),
  cell('GM1', 30, '18-26'),
  cell('GM1', 120, '27-64'),
  cell('GM1', 200, '65-79'),
  cell('GM1', 400, '80+'),
];

function valueOf(cells: readonly Cell[], code: string): number | null | undefined {
  return cells.find(({place}) => place.code === code)?.maten.waarde;
}

describe('a stock with the ages of the gemeente', () => {
  it('is equal for an old and a young wijk where each age uses as much', async () => {
    const cells = standardisedCells(await context(), [
      ...GEMEENTE,
      cell('WK1', 20 + 80 + 50 + 100),
      cell('WK2', 10 + 40 + 150 + 300),
    ]);
    expect(cells.map(({place}) => place.dimensies)).toEqual(
      cells.map(() => ({variant: 'gestandaardiseerd'})),
    );
    expect(valueOf(cells, 'GM1')).toBe(75);
    expect(valueOf(cells, 'WK1')).toBe(75);
    expect(valueOf(cells, 'WK2')).toBe(75);
  });

  it('takes its rates from whole ages, not from one product of them, in whatever order cells come', async () => {
    const ofOneProduct = [cell('GM1', 40), cell('GM1', 15, '18-26'), cell('GM1', 300, '80+')].map(
      (one): CountedCell => ({
        ...one,
        place: {
          ...one.place,
          dimensies: {...one.place.dimensies, productcategorie: 'wmo-hulpmiddelen'},
        },
      }),
    );
    for (const cells of [
      [...GEMEENTE, ...ofOneProduct],
      [...ofOneProduct, ...GEMEENTE],
    ]) {
      const found = standardisedCells(await context(), [...cells, cell('WK1', 250)]);
      expect(valueOf(found, 'WK1')).toBe(75);
    }
  });

  it('doubles when the wijk has twice as many at the same ages, with its interval around it', async () => {
    const [, young] = standardisedCells(await context(), [
      GEMEENTE[0]!,
      cell('WK1', 500),
      ...GEMEENTE.slice(1),
    ]);
    expect(young?.maten.waarde).toBe(150);
    expect(young!.maten.ondergrens!).toBeLessThan(150);
    expect(young!.maten.bovengrens!).toBeGreaterThan(150);
    expect((1000 * young!.maten.teller!) / young!.maten.noemer!).toBeCloseTo(150, 0);
  });

  it('spreads clients of unknown age as the others, so that the gemeente keeps its own rate', async () => {
    const more = [cell('GM1', 900), ...GEMEENTE.slice(1)];
    const [gemeente, wijk] = standardisedCells(await context(), [
      more[0]!,
      cell('WK1', 300),
      ...more.slice(1),
    ]);
    expect(gemeente?.maten.waarde).toBe(90);
    expect(wijk?.maten.waarde).toBe(90);
  });

  it('has no 0-meting, no split, and no value where nothing can be expected', async () => {
    const cells = standardisedCells(await context(), [
      ...GEMEENTE,
      cell('WK1', 250, undefined, 'nulmeting'),
      cell('WK1', 40, '80+'),
    ]);
    expect(cells).toHaveLength(1);
    const [alone] = standardisedCells(await context(), [cell('WK1', 250)]);
    expect(alone?.maten.status).toBe('nvt');
  });
});
