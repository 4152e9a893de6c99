import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../../queries/catalogue.ts';
import {
  checkDefinitions,
  parseLattice,
  readLattice,
  RoosterOngeldig,
} from '../../../queries/cube/lattice.ts';

const catalogue = readCatalogue(join(import.meta.dirname, '../../../queries/indicators'));
const text = (basispopulaties: string, dimensies: string): string =>
  `max_gekruist: {maand: 1, kwartaal: 2, halfjaar: 2, jaar: 2}
basispopulaties: ${basispopulaties}
dimensies: ${dimensies}`;

describe('the lattice', () => {
  it('has a base population and dimensions for every indicator of the catalogue', () => {
    expect(() => {
      checkDefinitions(catalogue.all(), readLattice());
    }).not.toThrow();
  });

  it('refuses an indicator whose base population it does not know', () => {
    const [first] = catalogue.all();
    const unknown = {...first!, basispopulatie: 'iedereen'};
    expect(() => {
      checkDefinitions([unknown], readLattice());
    }).toThrow('zet basispopulatie "iedereen" erbij');
  });

  it('has the node of every part that an indicator says it counts', () => {
    const part = {...catalogue.get('verwijzingen_jeugdzorg'), basisknopen: {bestemming: 'maan'}};
    expect(() => {
      checkDefinitions([part], readLattice());
    }).toThrow('bestemming=maan');
  });

  it('asks at least ten of every population, more where it says so', () => {
    const lattice = parseLattice(text('{enquete: {titel: Enquête, minimum: 30}}', '{}'));
    expect(lattice.basispopulaties.get('enquete')?.minimum).toBe(30);
    expect(() => parseLattice(text('{klein: {titel: Klein, minimum: 3}}', '{}'))).toThrow(
      RoosterOngeldig,
    );
  });

  it.each([
    ['a parent that is no dimension', '{}', '{a: {titel: A, ouder: b, knopen: {x: X}}}', 'b'],
    [
      'a node without parent',
      '{}',
      '{w: {titel: W, knopen: {p: P}}, a: {titel: A, ouder: w, knopen: {q-1: Q}}}',
      'q-1',
    ],
    [
      'a sensitive node that is not there',
      '{}',
      '{a: {titel: A, gevoelig: [z], knopen: {x: X}}}',
      'z',
    ],
  ])('names %s', (_, populations, dimensions, named) => {
    expect(() => parseLattice(text(populations, dimensions))).toThrow(named);
  });
});
