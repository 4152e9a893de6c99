import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import {CubeBuilder, type IndicatorCube} from '../../../queries/cube/build.ts';
import {Database} from '../../../warehouse/open.ts';
import {namedNodes} from '../../../queries/cube/delivered-nodes.ts';
import {publicIndicator} from '../../../queries/public-indicator.ts';
import {publicationIn} from '../../../queries/publication.ts';
import {writeFigures, type PublicationParts} from '../../../queries/publication-file.ts';
import {edgeWorld} from '../../support/edge-world.ts';

// The teams were delivered to the end of the year, the care only to the middle of August. Who waits for
// a first contact is known to the end; who waits for care is not: what had not started by then would
// wait for ever.
const SALTS = {label: Buffer.alloc(32, 7), record: Buffer.alloc(32, 9)};
let database: Database;
let cube: IndicatorCube;

beforeAll(async () => {
  database = await edgeWorld(2026, {ends: {noord: '2021-12-31', laat: '2021-08-15'}});
  const builder = await CubeBuilder.open(database, SALTS);
  cube = await builder.build(readCatalogue('queries/indicators').get('wachtlijst'));
});
afterAll(() => {
  database.close();
});

describe('the waiting list, when the care was delivered less far than the teams,', () => {
  const lastDay = (variant: string): string | undefined =>
    cube.cells
      .filter(({place}) => place.dimensies['variant'] === variant)
      .map(({place}) => place.tot)
      .sort()
      .at(-1);

  it('goes on to the last day of the teams for a first contact', () => {
    expect(lastDay('standaard')).toBe('2021-12-31');
  });

  it('ends with the last whole month of the care for who waits for that', () => {
    expect(lastDay('maatwerk')).toBe('2021-07-31');
  });

  it('tells the range of both', () => {
    expect(cube.ranges).toEqual([
      {gemeente: 'GM9999', van: '2018-01-01', tot: '2021-12-31'},
      {gemeente: 'GM9999', variant: 'maatwerk', van: '2018-01-01', tot: '2021-08-15'},
    ]);
  });
});

/** The status of each month of the gemeente in which nothing is shown, by what reading back tells. */
async function withheldMonths(variant: string, {definition, codes, ranges}: IndicatorCube) {
  const publication = await Database.open(':memory:');
  await writeFigures(publication, {...cube, cells: []});
  const months = await database.rows(
    `select periode, van::varchar as van, tot::varchar as tot from ref.periode
     where periodesoort = 'maand' and periode >= '2021-07' order by periode`,
  );
  const parts = {
    manifest: {},
    gebieden: [{gemeente: 'GM9999', niveau: 'gemeente', code: 'GM9999', naam: 'x'}],
    indicatoren: [publicIndicator(definition, {codes, dimensions: await namedNodes(database)})],
    perioden: months.map((month) => ({gemeente: 'GM9999', periodesoort: 'maand', ...month})),
    bereiken: ranges.map((range) => ({indicator: definition.id, ...range})),
  };
  const {cijfers} = await publicationIn(publication, parts as unknown as PublicationParts).cijfers({
    indicator: definition.id,
    gemeente: 'GM9999',
    niveau: 'gemeente',
    periodesoort: 'maand',
    uitsplitsen: [],
    filters: {variant},
  });
  publication.close();
  return cijfers.map(({periode, status}) => `${periode} ${status}`);
}

it('a month of which the care is not whole is incomplete for who waits for it, not empty', async () => {
  expect(await withheldMonths('maatwerk', cube)).toEqual([
    '2021-07 te_klein',
    ...['2021-08', '2021-09', '2021-10', '2021-11', '2021-12'].map(
      (month) => `${month} onvolledig`,
    ),
  ]);
  expect(await withheldMonths('standaard', cube)).toContain('2021-12 te_klein');
});

it('a variant whose tables were never delivered has no figure at all', async () => {
  await database.run(`delete from kern.dataeinde where tabel in ('toewijzing', 'levering')`);
  const builder = await CubeBuilder.open(database, SALTS);
  const without = await builder.build(readCatalogue('queries/indicators').get('wachtlijst'));
  const {cells} = without;
  expect(cells.filter(({place}) => place.dimensies['variant'] === 'maatwerk')).toEqual([]);
  expect(cells.length).toBeGreaterThan(100);
  expect(await withheldMonths('maatwerk', without)).toContain('2021-12 ontbreekt');
});
