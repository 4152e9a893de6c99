import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import {labelOf, type CellPlace, type CubeContext} from '../../../queries/cube/cell.ts';
import {populationOf, readLattice} from '../../../queries/cube/lattice.ts';

const catalogue = readCatalogue(join(import.meta.dirname, '../../../queries/indicators'));
const lattice = readLattice();

/** The label of a wijk in this period, with these nodes. */
function label(id: string, over: Partial<CellPlace> = {}): string {
  const definition = catalogue.get(id);
  const context: Pick<CubeContext, 'areas' | 'definition' | 'population'> = {
    areas: new Map(),
    definition,
    population: populationOf(definition, lattice),
  };
  const place: CellPlace = {
    gemeente: 'GM1',
    niveau: 'wijk',
    code: 'WK1',
    periodesoort: 'jaar',
    periode: '2021',
    van: '2021-01-01',
    tot: '2021-12-31',
    dimensies: {},
    ...over,
  };
  return labelOf(context, place);
}

describe('one set of people has one rounding:', () => {
  it.each(catalogue.all().map(({id}) => id))('%s, in every year', (id) => {
    const other = {periode: '2022', van: '2022-01-01', tot: '2022-12-31'};
    expect(label(id, other)).toBe(label(id));
    expect(label(id, {...other, periodesoort: 'nulmeting', periode: 'nulmeting'})).toBe(label(id));
  });

  it('a stock, whichever period its day closes', () => {
    const month = {periodesoort: 'maand', periode: '2021-12', van: '2021-12-01'};
    expect(label('wachtlijst', month)).toBe(label('wachtlijst'));
  });

  it('a part of a population, as an indicator of its own and as a node of the whole', () => {
    const node = {dimensies: {bestemming: 'jeugdhulp'}};
    expect(label('verwijzingen_jeugdzorg')).toBe(label('verwijzingen_tweede_lijn', node));
    const band = {dimensies: {leeftijdsgroep: '80+', productcategorie: 'wmo-01'}};
    expect(label('huishoudelijke_hulp', {dimensies: {leeftijdsgroep: '80+'}})).toBe(
      label('wmo_maatwerk', band),
    );
  });
});
