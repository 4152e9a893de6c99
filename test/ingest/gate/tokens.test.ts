import {describe, expect, it} from 'vitest';
import {Chance} from '../../../fixtures/random.ts';
import {ColumnScan} from '../../../ingest/gate/column-scan.ts';
import {TODAY} from '../../support/gate-scan.ts';

/** Keys per column. A large gemeente has 100.000 clients: `POORT_SLEUTELS=100000` tries as many. */
const KEYS = Number(process.env['POORT_SLEUTELS'] ?? 2000);

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE62 = UPPER + UPPER.toLowerCase() + DIGITS;
const HEX = `${DIGITS}abcdef`;

/** How systems make keys: an alphabet, lengths, and what stands before it. */
const MAKES: readonly (readonly [string, string, readonly number[], string?])[] = [
  ['base64url', `${BASE62}-_`, [16, 18, 20, 22, 24, 27, 32, 43]],
  ['base64url with a version', `${BASE62}-_`, [43], 'v1:'],
  ['base62', BASE62, [16, 20, 22, 24, 26, 32]],
  ['base36', UPPER + DIGITS, [10, 12, 16, 18, 20, 22, 24, 26]],
  ['base32', `${UPPER}234567`, [12, 16, 20, 24, 26]],
  ['hex', HEX, [12, 16, 18, 20, 24, 32, 40, 64]],
  ['digits', DIGITS, [6, 7, 8, 9, 10, 11, 12]],
  ['digits with letters before them', DIGITS, [7, 8], 'CL'],
];
const COLUMNS = MAKES.flatMap(([naam, signs, lengths, before = '']) =>
  lengths.map((length) => ({naam: `${length} of ${naam}`, signs, length, before})),
);

function found(cells: Iterable<string>, rol: 'pseudoniem' | 'overig'): string[] {
  const scan = new ColumnScan({naam: 'client_id', rol}, TODAY);
  let line = 2;
  for (const cell of cells) scan.add(cell, line++);
  return scan.judge().map(({soort}) => soort);
}

function* draw({signs, length, before}: (typeof COLUMNS)[number]): Generator<string> {
  const chance = new Chance(length);
  for (let key = 0; key < KEYS; key += 1) {
    let text = before;
    for (let at = 0; at < length; at += 1)
      text += signs.charAt(chance.between(0, signs.length - 1));
    yield text;
  }
}

describe('keys that a system drew are no identifiers, by whatever chance they look like one:', () => {
  it.each(COLUMNS)('$naam', {timeout: 3_600_000}, (column) => {
    expect(found(draw(column), 'pseudoniem')).toEqual([]);
    expect(found(draw(column), 'overig')).toEqual([]);
  });
});

describe('among keys', () => {
  const keys = Array.from({length: 200}, (_, index) => `x${index}`.padEnd(24, '7'));

  it.each([
    // each has the length of its country and passes mod 97, by chance
    ['an IBAN of Germany in hex', 'de0941b21d7a90c3f2e85a'],
    ['an IBAN of Romania in mixed case', 'rO19aBcD0123456789abcDeF'],
  ])('one that could be %s is none', (_, key) => {
    expect(found([...keys, key], 'pseudoniem')).toEqual([]);
  });

  it('nine digits in one of them are no BSN', () => {
    expect(found([...keys, 'kX-111222333_dRw0aQz7Lm'], 'pseudoniem')).toEqual([]);
    expect(found([...keys, 'ZDY111222333'], 'pseudoniem')).toEqual([]);
    expect(found([...keys, '111222333'], 'pseudoniem')).toEqual(['BSN']);
    expect(found(['a1', 'b2', 'ZDY111222333'], 'pseudoniem')).toEqual(['BSN']);
  });

  it('one with an address in it is none, and a column of addresses written so is', () => {
    expect(found([...keys, '1234AB12-cdEf7x_'], 'overig')).toEqual([]);
    const addresses = Array.from({length: 20}, (_, index) => `12${10 + index}AB12_Dorpsweg`);
    expect(found(addresses, 'overig')).toContain('postcode met huisnummer');
  });

  it('a real IBAN is found, whatever its case', () => {
    for (const iban of ['NL91ABNA0417164300', 'nl91abna0417164300', 'Nl91Abna0417164300']) {
      expect(found([...keys, iban], 'pseudoniem')).toEqual(['IBAN']);
    }
  });
});

describe('a telephone number with the code of the country', () => {
  const numbers = Array.from({length: 30}, (_, index) => `003161234${1000 + index * 37}`);

  it('is found in a column of them, in a sentence, and in a column that says so', () => {
    expect(found(numbers, 'overig')).toEqual(['telefoonnummer']);
    expect(found(['bel 0031612345678'], 'overig')).toContain('telefoonnummer');
    const named = new ColumnScan({naam: 'telefoon', rol: 'overig'}, TODAY);
    for (const [at, cell] of ['12', '14', '0031612345678'].entries()) named.add(cell, at + 2);
    expect(named.judge().map(({soort}) => soort)).toContain('telefoonnummer');
  });
});
