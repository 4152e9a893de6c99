import {createHash, createHmac} from 'node:crypto';
import type {Chance} from '../../fixtures/random.ts';

/** A generated column: its cells, in the order of the lines. Every BSN in it is a test number. */
export type Make = (random: Chance) => string[];

function oneOf<T>(random: Chance, options: readonly T[]): T {
  return options[random.between(0, options.length - 1)]!;
}

const SIZES = [10, 25, 60, 150, 400];

/** As many cells as the column has, some empty or repeated, as exports have them. */
function column(random: Chance, cell: () => string, {repeat = true} = {}): string[] {
  const size = oneOf(random, SIZES);
  const share = oneOf(random, [0, 0, 0.1, 0.3]);
  const cells: string[] = [];
  for (let at = 0; at < size; at += 1) {
    const again = repeat && cells.length > 12 && random.happens(share);
    cells.push(again ? oneOf(random, cells) : cell());
  }
  return cells.flatMap((one) => (random.happens(share / 2) ? ['', one] : [one]));
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0');

/** A test BSN: 9999 and five digits, of which the last makes the elfproef pass. */
export function testBsn(random: Chance): string {
  for (;;) {
    const body = `9999${pad(random.between(0, 9999), 4)}`;
    const sum = Array.from(body).reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    if (sum % 11 < 10) return `${body}${sum % 11}`;
  }
}

const BSN_STYLES: ((bsn: string) => string)[] = [
  (bsn) => bsn,
  (bsn) => ` ${bsn} `,
  (bsn) => `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`,
  (bsn) => `${bsn.slice(0, 3)} ${bsn.slice(3, 6)} ${bsn.slice(6)}`,
  (bsn) => `${bsn.slice(0, 3)}.${bsn.slice(3, 6)}.${bsn.slice(6)}`,
  (bsn) => `${bsn.slice(0, 4)}-${bsn.slice(4, 6)}-${bsn.slice(6)}`,
  (bsn) => `${bsn}.0`,
  (bsn) => `BSN ${bsn}`,
  (bsn) => `BSN${bsn}`,
  (bsn) => `C-${bsn}`,
  (bsn) => `${bsn}/1`,
  (bsn) => Array.from(bsn, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  (bsn) => bsn.replace(/^(\d{3})(\d{3})/, '$1\u00A0$2\u00A0'),
  (bsn) => `bel over ${bsn} terug`,
];

const letter = (random: Chance): string => String.fromCodePoint(65 + random.between(0, 25));

function ibanOf(country: string, bban: string): string {
  const numeric = Array.from(`${bban}${country}00`, (sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${pad(98 - Number(BigInt(numeric) % 97n), 2)}${bban}`;
}

function iban(random: Chance): string {
  const digits = (length: number): string =>
    Array.from({length}, () => random.between(0, 9)).join('');
  const bank = Array.from({length: 4}, () => letter(random)).join('');
  const plain = oneOf(random, [
    ibanOf('NL', bank + digits(10)),
    ibanOf('NL', bank + digits(10)),
    ibanOf('DE', digits(18)),
    ibanOf('BE', digits(12)),
    ibanOf('PL', digits(24)),
    ibanOf('TR', digits(22)),
  ]);
  const spaced = plain.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return oneOf(random, [plain, spaced, plain.toLowerCase(), `rekening ${spaced} op naam`]);
}

const NAMES = ['jansen', 'de.vries', 'f.yilmaz', 'noor', 'info+wmo', 'a_b'];
const DOMAINS = ['voorbeeld.nl', 'mail.example.com', 'xn--fsq.example', 'zorg.amsterdam'];

function email(random: Chance): string {
  const address = `${oneOf(random, NAMES)}${random.between(0, 999)}@${oneOf(random, DOMAINS)}`;
  return oneOf(random, [
    address,
    address.toUpperCase(),
    `<${address}>`,
    `mail naar ${address}.`,
    `mailto:${address}`,
  ]);
}

function postcode(random: Chance): string {
  for (;;) {
    const letters = letter(random) + letter(random);
    if (!/^S[ADS]$/.test(letters)) {
      return `${1000 + random.between(0, 8999)}${oneOf(random, ['', ' '])}${letters}`;
    }
  }
}

function address(random: Chance): string {
  const code = postcode(random);
  const number = 1 + random.between(0, 400);
  const addition = oneOf(random, ['', '', '', 'a', ' bis', '-2']);
  return oneOf(random, [
    `${code} ${number}${addition}`,
    `${code}${number}`,
    `${code}, ${number}${addition}`,
    `${code}-${number}`,
    `${code.toLowerCase()} ${number}`,
    `Kerkstraat ${number}${addition}, ${code}`,
    `Kerkstraat ${number} ${code} Dorp`,
  ]);
}

const HASHES = ['md5', 'sha1', 'sha256'];
const ENCODINGS: ((digest: Buffer) => string)[] = [
  (digest) => digest.toString('hex'),
  (digest) => digest.toString('hex').toUpperCase(),
  (digest) => `0x${digest.toString('hex')}`,
  (digest) => digest.toString('base64'),
  (digest) => digest.toString('base64url'),
];

function hashed(random: Chance): string[] {
  const algorithm = oneOf(random, HASHES);
  const encode = oneOf(random, ENCODINGS);
  return column(random, () => encode(createHash(algorithm).update(testBsn(random)).digest()));
}

/** Columns that the gate must always stop. */
export const IDENTIFYING: Readonly<Record<string, Make>> = {
  BSN: (random) => {
    const style = oneOf(random, BSN_STYLES);
    return column(random, () => style(testBsn(random)));
  },
  'BSN als hash zonder sleutel': hashed,
  IBAN: (random) => column(random, () => iban(random)),
  'e-mailadres': (random) => column(random, () => email(random)),
  'postcode met huisnummer': (random) => column(random, () => address(random)),
};

const HEX = '0123456789abcdef';
const TOKEN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const of = (random: Chance, alphabet: string, length: number): string =>
  Array.from({length}, () => alphabet.charAt(random.between(0, alphabet.length - 1))).join('');

function uuid(random: Chance): string {
  const hex = of(random, HEX, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function iso(random: Chance, from = 2005, to = 2026): string {
  const start = Date.UTC(from, 0, 1);
  return new Date(start + random.next() * (Date.UTC(to, 0, 1) - start)).toISOString();
}

/** Cells that follow each other, as numbers that a system hands out. */
function counting(random: Chance, width: number, prefix = ''): string[] {
  let number = random.between(0, 10 ** width / 2);
  const step = oneOf(random, [1, 1, 1, 3, 10, 11, 17]);
  return column(
    random,
    () => {
      number += 1 + random.between(0, step - 1);
      return `${prefix}${pad(number, width)}`;
    },
    {repeat: random.happens(0.5)},
  );
}

/** Columns of ids, dates and amounts, in which nothing may be found. */
export const CLEAN: readonly Make[] = [
  (random) => counting(random, 9),
  (random) => counting(random, 8),
  (random) => counting(random, 10),
  (random) => counting(random, oneOf(random, [5, 6, 7]), oneOf(random, ['', 'A-', 'TW', 'C2021-'])),
  (random) => counting(random, 9, oneOf(random, ['T-', 'AB', 'nr '])),
  (random) => column(random, () => String(100_000_000 + random.between(0, 899_999_999))),
  (random) => column(random, () => String(10_000_000 + random.between(0, 89_999_999))),
  (random) => column(random, () => pad(random.between(0, 9_999_999_999), 10)),
  (random) => column(random, () => `656${pad(random.between(0, 999), 5)}`),
  (random) => column(random, () => uuid(random)),
  (random) => column(random, () => uuid(random).replaceAll('-', '')),
  (random) => column(random, () => of(random, TOKEN, oneOf(random, [8, 12, 21, 22]))),
  (random) => column(random, () => of(random, HEX, oneOf(random, [8, 16, 24]))),
  (random) => column(random, () => of(random, 'ABCDEFGHJKMNPQRSTVWXYZ0123456789', 6)),
  (random) => column(random, () => of(random, 'ABCDEFGHJKMNPQRSTVWXYZ0123456789', 18)),
  (random) => column(random, () => `v1-${hmac(random)}`),
  (random) => column(random, () => iso(random).slice(0, 10)),
  (random) => column(random, () => iso(random).slice(0, 19)),
  (random) => column(random, () => iso(random).slice(0, 10).replaceAll('-', '')),
  (random) => column(random, () => iso(random).slice(0, 10).split('-').toReversed().join('-')),
  (random) => column(random, () => iso(random).slice(0, 10).split('-').toReversed().join('/')),
  (random) => column(random, () => `${iso(random).slice(0, 7)}-01`),
  (random) => column(random, () => String(36_000 + random.between(0, 10_000))),
  (random) => column(random, () => (random.between(0, 99_999_999) / 100).toFixed(2)),
  (random) => column(random, () => (random.between(0, 9_999_999_999) / 100).toFixed(2)),
  (random) => column(random, () => String(random.between(0, 99_999_999))),
  (random) => column(random, () => dutchAmount(random.between(0, 999_999_999) / 100)),
  (random) => column(random, () => `€ ${dutchAmount(random.between(0, 9_999_999) / 100)}`),
  (random) => column(random, () => `WK0400${pad(random.between(0, 99), 2)}`),
  (random) => column(random, () => `BU0400${pad(random.between(0, 9999), 4)}`),
  (random) => column(random, () => oneOf(random, ['wmo', 'jeugdwet', 'participatiewet', 'overig'])),
  (random) =>
    column(
      random,
      () => `${pad(random.between(0, 99), 2)}${letter(random)}${pad(random.between(0, 99), 2)}`,
    ),
];

function hmac(random: Chance): string {
  return createHmac('sha256', 'test').update(testBsn(random)).digest('base64url');
}

function dutchAmount(amount: number): string {
  return amount.toLocaleString('nl-NL', {minimumFractionDigits: 2, maximumFractionDigits: 2});
}
