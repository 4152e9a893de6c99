import {describe, expect, it} from 'vitest';
import {readPostcodeAreas} from '../../../ingest/sources/cbs/postcodes.ts';
import {unpacked} from '../../support/unpacked.ts';

const read = (text: string, gemeente?: string | null, naam = 'pc6hnr20240801_gwb.csv') =>
  readPostcodeAreas(unpacked({[naam]: text})[0]!.pad, gemeente);

const ADDRESSES = [
  ['1781AA', '1', '04000100', '040001', '0400'],
  ['1781AA', '3', '04000100', '040001', '0400'],
  ['1781AB', '1', '04000100', '040001', '0400'],
  ['1781AB', '2', '04000200', '040002', '0400'],
  ['1781AB', '12345', '04000200', '040002', '0400'],
  ['1970AA', '1', '04530100', '045301', '0453'],
  ['1011ZZ', '99', '0363AF01', '0363AF', '0363'],
];
const lines = (header: string, delimiter: string, write = (cell: string) => cell): string =>
  [header, ...ADDRESSES.map((cells) => cells.map(write).join(delimiter))].join('\n');

const NAMED = 'PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024';
const asNumber = (cell: string): string => (/^[0-9]+$/.test(cell) ? String(Number(cell)) : cell);

describe('the wijk of an address', () => {
  it.each([
    ['of 2024', lines(NAMED, ';')],
    ['with commas', lines(NAMED.replaceAll(';', ','), ',')],
    ['in quotes', lines(NAMED, ';', (cell) => `"${cell}"`)],
    ['with codes as numbers', lines('PC6;Huisnummer;Buurt2024;Wijk2024;Gem2024', ';', asNumber)],
    ['with letters', lines(NAMED, ';').replaceAll(/;(0[0-9A-F]{5});(0[0-9]{3})/g, ';WK$1;GM$2')],
    ['padded', lines(NAMED, ';', (cell) => ` ${cell}  `)],
    ['of 2016', lines('pc6;huisnummer;gwb2016_code;wijkcode;gemeentecode', ';')],
    ['with a BOM and CRLF', `\uFEFF${lines(NAMED, ';')}`.replaceAll('\n', '\r\n')],
  ])('is found in a file %s', async (_what, text) => {
    const find = await read(text);
    expect(find.jaar).toBe(2024);
    expect(find('1781AA', 1)).toBe('WK040001');
    expect(find('1781AB', 1)).toBe('WK040001');
    expect(find('1781AB', 2)).toBe('WK040002');
    expect(find('1781 ab', 12345)).toBe('WK040002');
    expect(find('1970AA', 1)).toBe('WK045301');
    expect(find('1011ZZ', 99)).toBe('WK0363AF');
  });

  it('of a house number that CBS does not know is that of the postcode, if it has one', async () => {
    const find = await read(lines(NAMED, ';'));
    expect(find('1781AA', 77)).toBe('WK040001');
    expect(find('1781AB', 77)).toBeNull();
  });

  it.each(['', '1781', '0781AA', '1781A1', '9999ZZ', 'geheim'])(
    'is unknown for postcode "%s"',
    async (postcode) => {
      expect((await read(lines(NAMED, ';')))(postcode, 1)).toBeNull();
    },
  );

  it('is known within the gemeente that was asked for only', async () => {
    const find = await read(lines(NAMED, ';', asNumber), 'GM0400');
    expect(find('1781AB', 2)).toBe('WK040002');
    expect(find('1970AA', 1)).toBeNull();
  });

  it('agrees with the file line by line, for 20.000 addresses', async () => {
    const addresses = Array.from({length: 20_000}, (_, index) => {
      const postcode = `${1000 + (index % 97)}${String.fromCharCode(65 + (index % 26))}B`;
      return {postcode, nummer: index, wijk: `0400${String((index * 7) % 13).padStart(2, '0')}`};
    });
    const text = addresses.map(
      ({postcode, nummer, wijk}) => `${postcode};${nummer};${wijk}00;${wijk};0400`,
    );
    const find = await read([NAMED, ...text].join('\n'), 'GM0400');
    for (const {postcode, nummer, wijk} of addresses) {
      expect(find(postcode, nummer)).toBe(`WK${wijk}`);
    }
  });
});

describe('a file of addresses is refused', () => {
  it('without a column', async () => {
    const text = lines('PC6;Huisnummer;Buurt2024;W;Gemeente2024', ';');
    await expect(read(text)).rejects.toThrow('regel 1: de kolom met wijk ontbreekt');
  });

  it('without a year, or with two', async () => {
    const bare = lines('pc6;huisnummer;buurt;wijkcode;gemeentecode', ';');
    await expect(read(bare, null, 'gwb.csv')).rejects.toThrow('het jaar');
    await expect(read(lines(NAMED, ';'), null, 'pc6hnr20230801_gwb.csv')).rejects.toThrow(
      'het jaar',
    );
  });

  it('when a line is broken, without a word of its text', async () => {
    const text = `${lines(NAMED, ';')}\n1781AC;geheim;04000100;040001;0400`;
    await expect(read(text)).rejects.toThrow('dit bestand is niet heel');
    await expect(read(text)).rejects.not.toThrow('geheim');
    await expect(read(`${lines(NAMED, ';')}\n1781AC;1`)).rejects.toThrow('niet heel');
  });
});
