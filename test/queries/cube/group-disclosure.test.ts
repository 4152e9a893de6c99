import {describe, expect, it} from 'vitest';
import type {CountedCell} from '../../../queries/cube/cell.ts';
import {withGroupDisclosure} from '../../../queries/cube/group-disclosure.ts';
import {readLattice} from '../../../queries/cube/lattice.ts';
import {shown} from '../../../queries/cube/protect.ts';

const lattice = readLattice();
const cell = (dimensies: Record<string, string>, clienten: number): CountedCell => ({
  place: {
    gemeente: 'GM1',
    niveau: 'wijk',
    code: 'WK1',
    periodesoort: 'jaar',
    periode: '2021',
    van: '2021-01-01',
    tot: '2021-12-31',
    dimensies,
  },
  maten: shown('byar', {waarde: clienten}),
  clienten,
});

const statusOf = (cells: readonly CountedCell[], dimensies: Record<string, string>): string[] =>
  cells
    .filter(({place}) => JSON.stringify(place.dimensies) === JSON.stringify(dimensies))
    .map(({maten}) => maten.status);

describe('a breakdown of a small group by a sensitive feature', () => {
  it('is withheld as a whole when one category holds over 90%, its hidden cells too', () => {
    const safe = withGroupDisclosure([cell({}, 60), cell({bestemming: 'ggz'}, 55)], lattice);
    expect(statusOf(safe, {})).toEqual(['ok']);
    for (const {id} of lattice.dimensies.get('bestemming')!.knopen) {
      expect(statusOf(safe, {bestemming: id})).toEqual(['groep']);
    }
  });

  it('is withheld whichever category it is: the status may not say that it is a sensitive one', () => {
    const safe = withGroupDisclosure([cell({}, 60), cell({bestemming: 'wmo'}, 58)], lattice);
    expect(statusOf(safe, {bestemming: 'ggz'})).toEqual(['groep']);
  });

  it('is shown at exactly 90%, and in a group of a hundred', () => {
    const edge = withGroupDisclosure([cell({}, 60), cell({bestemming: 'ggz'}, 54)], lattice);
    expect(statusOf(edge, {bestemming: 'ggz'})).toEqual(['ok']);
    const large = withGroupDisclosure([cell({}, 100), cell({bestemming: 'ggz'}, 99)], lattice);
    expect(statusOf(large, {bestemming: 'ggz'})).toEqual(['ok']);
  });

  it('is judged within each group it is crossed with, and within the node above it', () => {
    const crossed = withGroupDisclosure(
      [
        cell({}, 200),
        cell({leeftijd: '0-17'}, 50),
        cell({leeftijd: '0-17', bestemming: 'ggz'}, 48),
        cell({bestemming: 'ggz'}, 90),
      ],
      lattice,
    );
    expect(statusOf(crossed, {leeftijd: '0-17', bestemming: 'ggz'})).toEqual(['groep']);
    expect(statusOf(crossed, {bestemming: 'ggz'})).toEqual(['ok']);
    const nested = withGroupDisclosure(
      [cell({}, 300), cell({wet: 'jeugdwet'}, 50), cell({productcategorie: 'jeugdwet-48'}, 49)],
      lattice,
    );
    expect(statusOf(nested, {productcategorie: 'jeugdwet-48'})).toEqual(['groep']);
    expect(statusOf(nested, {productcategorie: 'wmo-15'})).toEqual([]);
  });

  it('says nothing of a feature that is not sensitive', () => {
    const safe = withGroupDisclosure([cell({}, 60), cell({wet: 'wmo'}, 60)], lattice);
    expect(statusOf(safe, {wet: 'wmo'})).toEqual(['ok']);
  });
});
