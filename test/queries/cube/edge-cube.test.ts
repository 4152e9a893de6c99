import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import {CubeBuilder, type IndicatorCube} from '../../../queries/cube/build.ts';
import type {Cell} from '../../../queries/cube/cell.ts';
import type {Database} from '../../../warehouse/open.ts';
import {edgeWorld} from '../../support/edge-world.ts';
import {exactFigure} from '../../support/exact-figures.ts';

// What a stranger can check of a publication: every count that is shown against the truth, which may
// differ by four, in each area, period and part.

const catalogue = readCatalogue('queries/indicators');
const COUNTED = catalogue
  .all()
  .filter(({vorm}) => ['aantal', 'stand', 'aandeel', 'paren'].includes(vorm));
const SALTS = {label: Buffer.alloc(32, 7), record: Buffer.alloc(32, 9)};
const ROUNDED = 4;
let database: Database;
const asserted = new Map<string, number>();
const cubes = new Map<string, IndicatorCube>();

beforeAll(async () => {
  database = await edgeWorld(2026);
  const builder = await CubeBuilder.open(database, SALTS);
  for (const definition of COUNTED) cubes.set(definition.id, await builder.build(definition));
});
afterAll(() => {
  database.close();
});

const cellsOf = (id: string): readonly Cell[] => cubes.get(id)?.cells ?? [];

/** Whether the exact figure can be asked in the words of the cell: ages are worked out by the cube. */
function isAsked({place: {dimensies, periodesoort}, maten}: Cell): boolean {
  const parts = Object.keys(dimensies);
  return (
    maten.status === 'ok' &&
    dimensies['variant'] !== 'gestandaardiseerd' &&
    (periodesoort === 'jaar' || periodesoort === 'halfjaar') &&
    parts.length <= 2 &&
    !parts.some((id) => id.startsWith('leeftijd'))
  );
}

describe('every count that is shown of the world of edges is within four of the truth, in', () => {
  it.each(COUNTED)('$id', async (definition) => {
    await database.run(`create or replace temp table bijdrage_exact as ${definition.sql}`);
    const counted = {...definition, sql: 'from bijdrage_exact'};
    const asked = cellsOf(definition.id).filter(isAsked);
    for (const {place, maten} of asked) {
      const {code: gebied, periode, dimensies} = place;
      const exact = await exactFigure(database, counted, {gebied, periode, ...dimensies});
      const truth = {teller: exact['teller'] ?? exact['aantal'], noemer: exact['noemer']};
      if (maten.teller !== null)
        expect(off(maten.teller, truth.teller)).toBeLessThanOrEqual(ROUNDED);
      if (truth.noemer !== undefined) {
        expect(off(maten.noemer ?? Number.NaN, truth.noemer)).toBeLessThanOrEqual(ROUNDED);
      }
    }
    asserted.set(definition.id, asked.length);
  });

  it('and nearly all of them show some', () => {
    expect([...asserted.values()].filter((count) => count > 0).length).toBeGreaterThan(15);
  });
});

function off(shown: number, truth: unknown): number {
  return Math.abs(shown - Number(truth));
}

it('nobody of unknown age stands in an age of his own', () => {
  const nodes = [...cubes.values()].flatMap(({cells}) =>
    cells.flatMap(({place}) => Object.values(place.dimensies)),
  );
  expect(nodes.length).toBeGreaterThan(1000);
  expect(nodes).not.toContain('null');
});

it('a team that only counts its waiting list shows that count', () => {
  const bare = cellsOf('wachtlijst').filter(
    ({place}) => place.code === 'T4' && place.periode === '2018-03',
  );
  const [total] = bare.filter(({place}) => Object.keys(place.dimensies).length === 1);
  expect(total?.maten.status).toBe('ok');
  expect(total?.maten.teller).toBeGreaterThanOrEqual(25);
});

it('a gemeente without areas has no figures, and takes none from the others', async () => {
  // A message of a neighbour is enough: its client is there, its areas never come.
  for (const table of ['toewijzing', 'client', 'verblijf']) {
    await database.run(
      `insert into kern.${table} select * replace ('GM0361' as gemeente_code) from kern.${table}`,
    );
  }
  const builder = await CubeBuilder.open(database, SALTS);
  const {cells} = await builder.build(catalogue.get('wmo_maatwerk'));
  const inOrder = (some: readonly Cell[]): string[] =>
    some.map((cell) => JSON.stringify(cell)).sort();
  expect(inOrder(cells)).toEqual(inOrder(cellsOf('wmo_maatwerk')));
  for (const table of ['toewijzing', 'client', 'verblijf']) {
    await database.run(`delete from kern.${table} where gemeente_code = 'GM0361'`);
  }
});

it('a team has the inhabitants of the wijken it has on that day', () => {
  const noemers = ['2021-03', '2021-04'].map((periode) => {
    const cell = cellsOf('wachtlijst').find(
      ({place, maten}) =>
        place.code === 'T2' &&
        place.periode === periode &&
        maten.status === 'ok' &&
        String(Object.values(place.dimensies)) === 'standaard',
    );
    return cell?.maten.noemer;
  });
  // Two wijken of 4.605 people; one of them leaves the team on 31 March.
  expect(noemers).toEqual([9210, 4605]);
  const year = cellsOf('crisis').find(
    ({place, maten}) =>
      place.code === 'T1' &&
      place.periode === '2020' &&
      maten.status === 'ok' &&
      Object.keys(place.dimensies).length === 0,
  );
  // Two whole wijken of 4.595, and one of which it keeps a buurt of 1.500 from 1 June on.
  expect(year?.maten.noemer).toBeCloseTo(9190 + (4595 * 152 + 1500 * 214) / 366, 1);
});

// Of the teams one source was delivered to 31 August, of the care one to 15 October; the other one of
// each goes on to the end of the year.
it.each([
  ['verwijzingen_tweede_lijn', '2021-08-31', 'the teams'],

  ['wmo_maatwerk', '2021-10-15', 'the care'],
  ['jeugdhulp', '2021-10-15', 'the care'],
  ['crisis', '2021-08-31', 'both'],
  ['besluit_op_tijd', '2021-08-20', 'the care, and 56 days more'],
  ['zelf_opgelost', '2021-03-01', 'both, and 183 days more'],
  ['zelfredzaamheid_op_peil', '2021-08-31', 'the teams'],
  ['tevredenheid', '2021-12-31', 'a survey, which has no source that stops'],
])('%s has no period that ends after %s: it takes %s', (id, last) => {
  expect(cubes.get(id)?.ranges).toEqual([{gemeente: 'GM9999', van: '2018-01-01', tot: last}]);
  expect(cellsOf(id).filter(({place}) => place.tot > last)).toEqual([]);
});
