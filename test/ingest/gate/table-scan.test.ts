import {createHash, createHmac} from 'node:crypto';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Chance} from '../../../fixtures/random.ts';
import {digestOf} from '../../../ingest/gate/digest.ts';
import {isHashOf, stepOf} from '../../../ingest/gate/reverse-digest.ts';
import {Database} from '../../../warehouse/open.ts';
import {CLEAN, IDENTIFYING, testBsn} from '../../support/gate-columns.ts';
import {findingsIn, stagedFindingsIn, type TestColumn} from '../../support/gate-scan.ts';

let database: Database;
beforeAll(async () => {
  database = await Database.open(':memory:');
});
afterAll(() => {
  database.close();
});

const random = new Chance(7);
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({length: count}, (_, at) => make(at));
const BSNS = many(20, () => testBsn(random));
/** Numbers that fail the elfproef: a test BSN with its last digit moved on. */
const WRONG = BSNS.map((bsn) => bsn.slice(0, 8) + String((Number(bsn[8]) + 3) % 10));
const hash = (algorithm: string, text: string, encoding: 'hex' | 'base64' | 'base64url'): string =>
  createHash(algorithm).update(text).digest(encoding);

function uuid(at: number): string {
  const hex = hash('md5', `uuid ${at}`, 'hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('the gate stops a column of', () => {
  const cases: [string, string, string[], TestColumn?][] = [
    ['BSNs', 'BSN', BSNS],
    [
      'BSNs with dots',
      'BSN',
      BSNS.map((bsn) => `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`),
    ],
    ['BSNs with spaces', 'BSN', BSNS.map((bsn) => bsn.replaceAll(/(...)(?=.)/g, '$1 '))],
    [
      'BSNs in full-width digits',
      'BSN',
      BSNS.map((bsn) =>
        Array.from(bsn, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
      ),
    ],
    ['BSNs that Excel made decimal', 'BSN', BSNS.map((bsn) => `${bsn}.0`)],
    ['BSNs, half of them wrong', 'BSN', [...BSNS, ...WRONG]],
    [
      'two BSNs in a column that is called so',
      'BSN',
      BSNS.slice(0, 2),
      {naam: 'burgerservicenummer'},
    ],
    ['three BSNs in many rows', 'BSN', many(12, (at) => BSNS[at % 3] ?? '')],
    ['labelled BSNs where codes belong', 'BSN', BSNS.map((bsn) => `BSN${bsn}`), {rol: 'code'}],
    ['one BSN as a pseudonym', 'BSN', BSNS.slice(0, 1), {rol: 'pseudoniem'}],
    ['a text with a BSN in it', 'BSN', [`gebeld over ${BSNS[0] ?? ''} en meer`], {rol: 'tekst'}],
    ['BSNs behind a year', 'BSN', BSNS.map((bsn) => `D2024${bsn}`)],
    ['BSNs before a number', 'BSN', BSNS.map((bsn, at) => `${bsn}${1000 + at}`)],
    ['a team name that is a BSN', 'BSN', BSNS.slice(0, 1), {rol: 'tekst'}],
    [
      'MD5 hashes of BSNs',
      'BSN als hash zonder sleutel',
      BSNS.map((bsn) => hash('md5', bsn, 'hex')),
    ],
    [
      'SHA-1 hashes of BSNs',
      'BSN als hash zonder sleutel',
      BSNS.map((bsn) => hash('sha1', bsn, 'base64')),
    ],
    [
      'SHA-256 hashes of BSNs',
      'BSN als hash zonder sleutel',
      BSNS.map((bsn) => hash('sha256', bsn, 'base64url')),
    ],
    [
      'hashes of which one is of a BSN',
      'BSN als hash zonder sleutel',
      many(99, (at) => hash('md5', `${at}`, 'hex')).concat(hash('md5', BSNS[0] ?? '', 'hex')),
    ],
    ['an IBAN among other cells', 'IBAN', ['een', 'NL91 ABNA 0417 1643 00', 'twee']],
    [
      'a foreign IBAN in a sentence',
      'IBAN',
      ['betaald op DE89370400440532013000 in mei'],
      {rol: 'tekst'},
    ],
    ['an e-mail address', 'e-mailadres', ['gewoon', 'a.jansen@voorbeeld.nl']],
    ['a web address', 'webadres', ['zie https://voorbeeld.nl/x']],
    ['a web address without scheme', 'webadres', ['www.voorbeeld.nl/x']],
    ['telephone numbers with a dash', 'telefoonnummer', ['0223-678000']],
    ['a mobile number with spaces', 'telefoonnummer', ['06 12 34 56 78']],
    ['an international number', 'telefoonnummer', ['+31612345678']],
    ['an area code in brackets', 'telefoonnummer', ['(0223) 678000']],
    ['bare mobile numbers', 'telefoonnummer', ['0612345678', '0687654321', '0611223344']],
    ['bare numbers under a header', 'telefoonnummer', ['0223678000'], {naam: 'telefoon_thuis'}],
    [
      'a bare number in a sentence',
      'telefoonnummer',
      ['bel 0223678000 na negen uur'],
      {rol: 'tekst'},
    ],
    ['a postcode', 'postcode', ['1781 AB']],
    ['postcodes written together', 'postcode', ['1781AB', '1782CD', '1783EF']],
    ['a postcode with number', 'postcode met huisnummer', ['1781AB 12']],
    ['an address', 'postcode met huisnummer', ['Kerkstraat 12, 1781 AB Den Helder']],
    [
      'an address without capitals',
      'postcode met huisnummer',
      ['iets op 1781 ab 12'],
      {rol: 'tekst'},
    ],
    [
      'a text that tells a date of birth',
      'geboortedatum',
      ['geb. 12-03-1951, verhuisd'],
      {rol: 'tekst'},
    ],
    [
      'postcode and number written together',
      'postcode met huisnummer',
      ['1781AB12', '1782CD3', '1783EF44'],
    ],
    [
      'dates under geboortedatum',
      'geboortedatum',
      ['2012-03-04', '1950-01-02'],
      {naam: 'geboortedatum'},
    ],
    [
      'full dates under geboortejaar',
      'geboortedatum',
      ['04-03-2012'],
      {naam: 'geboortejaar', rol: 'code'},
    ],
    [
      'dates that go back a lifetime',
      'geboortedatum',
      many(40, (at) => `${1940 + 2 * at}-0${1 + (at % 9)}-1${at % 10}`),
    ],
    [
      'surnames',
      'naam',
      ['Jansen', 'de Vries', 'Yilmaz', 'van den Berg', 'Bakker', 'Visser', 'Onbekendson'],
    ],
    ['first names in lower case', 'naam', ['fatima', 'kees', 'mohammed', 'anna', 'sophie', 'daan']],
    ['a name under voornaam', 'naam', ['Xanthippe'], {naam: 'voornaam'}],
    [
      'a text with a first name and surname',
      'naam',
      ['gesprek met Fatima Yilmaz gehad'],
      {rol: 'tekst'},
    ],
    ['a text with mevrouw', 'naam', ['Mevr. Onbekendson belt terug'], {rol: 'tekst'}],
    [
      'free text',
      'vrije tekst',
      many(15, (at) => `de cliënt wil graag hulp bij punt ${at} van het plan`),
    ],
  ];

  it.each(cases)('%s', async (_what, soort, cells, column) => {
    const found = await findingsIn(database, cells, column);
    expect(found.map((finding) => finding.soort)).toContain(soort);
    const staged = await stagedFindingsIn(database, cells, column);
    expect(staged.map((finding) => finding.soort)).toContain(soort);
  });

  it('a header that is a BSN, an e-mail address or a name, told by its place', async () => {
    for (const naam of [BSNS[0] ?? '', 'a@voorbeeld.nl', 'Jan_Jansen', '0612345678']) {
      const [found] = await findingsIn(database, ['A1'], {naam});
      expect(found).toMatchObject({kolom: '1', regels: [1], oordeel: 'geweigerd'});
    }
  });
});

describe('the gate lets pass', () => {
  const cases: [string, string[], TestColumn?][] = [
    ['moments written together', many(200, (at) => `${20240501103000 + 977 * at}`)],
    ['numbers behind a year', many(200, (at) => `D2024${String(1000 + 7 * at).padStart(9, '0')}`)],
    ['years and amounts in a text', ['van 2021 op 3 plekken, 1500 km 12 keer'], {rol: 'tekst'}],
    [
      'numbers of which one in eleven passes the elfproef',
      many(500, (at) => String(100_000_000 + at * 7919)),
    ],
    ['three numbers that happen to pass', BSNS.slice(0, 3)],
    ['the same passing number in every row', many(100, () => BSNS[0] ?? '')],
    [
      'dates without hyphens',
      many(
        300,
        (at) =>
          `2021${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`,
      ),
    ],
    ['UUIDs', many(2000, (at) => uuid(at))],
    [
      'pseudonyms of which one holds the signs of a postcode and a number',
      ['5376AB2-wxyz-0cDeFgHiJkLmNoPqRsTuVwXyZ01234'],
      {rol: 'pseudoniem'},
    ],
    ['eight-digit numbers that count on past a date', many(400, (at) => String(18_511_036 + at))],
    ['AGB codes', many(60, (at) => `656${String(at * 37).padStart(5, '0')}`)],
    [
      'keyed pseudonyms without a prefix',
      BSNS.map((bsn) => createHmac('sha256', 'sleutel').update(bsn).digest('base64url')),
      {rol: 'pseudoniem'},
    ],
    [
      'keyed pseudonyms in hexadecimal',
      BSNS.map((bsn) => createHmac('sha256', 'sleutel').update(bsn).digest('hex')),
      {rol: 'pseudoniem'},
    ],
    ['something like an IBAN that fails mod 97', ['NL92ABNA0417164300']],
    ['ten-digit numbers that count on', many(80, (at) => `0701234${String(at).padStart(3, '0')}`)],
    [
      'codes of six signs of which one is like a postcode',
      ['1512YF', ...many(40, (at) => `A${at}B7X9`.slice(0, 6))],
    ],
    [
      'names of teams and wijken',
      ['Centrum', 'De Schooten', 'Anna Paulowna', 'Johan de Wittbuurt', 'Team Nieuw Den Helder'],
      {rol: 'tekst'},
    ],
    [
      'short texts of a begroting',
      ['Huishoudelijke hulp 2021', 'Lasten wijkteams eerste halfjaar', 'Jeugd met verblijf'],
      {rol: 'tekst'},
    ],
    [
      'disciplines',
      [
        'jeugd',
        'wmo_consulent',
        'maatschappelijk werk',
        'opbouwwerk',
        'wijkverpleging',
        'schuldhulp',
      ],
    ],
    [
      'a date that stands for unknown',
      [
        ...many(50, (at) => `2021-01-${String(1 + (at % 28)).padStart(2, '0')}`),
        ...many(20, () => '1900-01-01'),
      ],
    ],
    [
      'questions of a survey, often the same',
      many(60, (at) => `Ik kan mij beter redden door de hulp ${at % 4}`),
    ],
  ];

  it.each(cases)('%s', async (_what, cells, column) => {
    expect(await findingsIn(database, cells, column)).toEqual([]);
    expect(await stagedFindingsIn(database, cells, column)).toEqual([]);
  });
});

describe('a finding', () => {
  it('tells column, count, first lines and pattern, and never the value', async () => {
    const cells = ['niets', '', 'a.jansen@voorbeeld.nl', 'b2@voorbeeld.nl'];
    const [found] = await findingsIn(database, cells, {naam: 'memo'});
    expect(found).toEqual({
      bestand: 'bestand.csv',
      kolom: 'memo',
      soort: 'e-mailadres',
      oordeel: 'geweigerd',
      aantal: 2,
      patroon: 'x.x@x.x',
      regels: [4, 5],
    });
  });

  it('is to be looked at when chance is unlikely but the column is mostly something else', async () => {
    const cells = [...BSNS, ...many(60, (at) => String(100_000_000 + at * 7919))];
    expect(await findingsIn(database, cells)).toMatchObject([{soort: 'BSN', oordeel: 'nakijken'}]);
  });

  it('is the same whether cells come one by one or as a table', async () => {
    const makes = [...Object.values(IDENTIFYING), ...CLEAN];
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(makes.length - 1), async (seed, which) => {
        const cells = makes[which]!(new Chance(seed));
        const streamed = await findingsIn(database, cells);
        const staged = await stagedFindingsIn(database, cells);
        const facts = streamed.map(({soort, oordeel, aantal}) => ({soort, oordeel, aantal}));
        expect(staged.map(({soort, oordeel, aantal}) => ({soort, oordeel, aantal}))).toEqual(facts);
      }),
      {numRuns: 60},
    );
  });
});

describe('a hash is tried against BSNs', () => {
  it('of which the 64 steps have an equal share each', async () => {
    // Prefix 99990017 is 1 more than a multiple of 64.
    const column = {algoritme: 'md5' as const, waarden: [hash('md5', '999900171', 'hex')]};
    expect(await isHashOf(database, column, [stepOf(0)])).toBe(false);
    expect(await isHashOf(database, column, [stepOf(1)])).toBe(true);
  });

  it('of which a number with leading zeros is written with and without them', async () => {
    // No person's number: prefix 00000000 has the check digit 0, which is left out; 00000001 has 2.
    const ranges = ['range(1, 2)'];
    for (const text of ['000000012', '12']) {
      const column = {algoritme: 'sha1' as const, waarden: [hash('sha1', text, 'hex')]};
      expect(await isHashOf(database, column, ranges)).toBe(true);
    }
  });

  it('unless it is a UUID, a keyed pseudonym with a version, or no digest at all', () => {
    expect(digestOf('3f2504e04f8941d39a0c0305e82c3301')).toBeNull();
    expect(digestOf(`v1-${hash('sha256', 'x', 'base64url')}`)).toBeNull();
    expect(digestOf('FaAKnKnwZgiVTcXruqUfIe')).toBeNull();
    expect(digestOf(hash('md5', 'x', 'hex').toUpperCase())).toBe(hash('md5', 'x', 'hex'));
  });
});
