import {expect, it} from 'vitest';
import {shortUnit} from '../../../dashboard/app/rug/short-unit.ts';

it.each([
  ['procent van de aanmeldingen', ''],
  ['verwijzingen per 1.000 inwoners per jaar', 'per 1.000'],
  ['dagen (mediaan)', 'dagen'],
  ['uren per cliënt per jaar', 'uren'],
  ['casussen per fte', 'casussen'],
])('%s fits in a cell as "%s"', (unit, short) => {
  expect(shortUnit(unit)).toBe(short);
});
