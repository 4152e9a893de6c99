import {createHash, createHmac} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Chance} from '../../../fixtures/random.ts';
import {passesElfproef} from '../../../ingest/gate/bsn.ts';
import type {Algoritme} from '../../../ingest/gate/digest.ts';
import {CERTAIN, isHashedBsn, THOROUGH} from '../../../ingest/gate/reverse-digest.ts';
import {Database} from '../../../warehouse/open.ts';
import {EVERY_BSN} from '../../support/gate-scan.ts';

/** The file that gets the outcome; without it the search, which takes minutes, is not made. */
const RESULTS = process.env['POORT_ALLE_BSNS'];

const random = new Chance(2028);

/** Numbers that pass the elfproef anywhere in the range, made here; none is a test number (9999…). */
function ordinaryNumbers(count: number): string[] {
  const numbers = new Set<string>();
  while (numbers.size < count) {
    const number = String(random.between(1_000_000, 999_899_999)).padStart(9, '0');
    if (passesElfproef(number)) numbers.add(number);
  }
  return [...numbers];
}

const digest = (algoritme: Algoritme, text: string): string =>
  createHash(algoritme).update(text).digest('hex');

describe.runIf(RESULTS !== undefined)('the search over every BSN there can be', () => {
  let database: Database;
  const lines: string[] = [];
  beforeAll(async () => {
    database = await Database.open(':memory:', {threads: '1'});
  });
  afterAll(() => {
    database.close();
    if (RESULTS === undefined) return;
    const text = readFileSync(RESULTS, 'utf8');
    const from = text.indexOf(EVERY_BSN);
    writeFileSync(
      RESULTS,
      `${(from === -1 ? text : text.slice(0, from)).trimEnd()}\n\n${part(lines)}`,
    );
  });

  const cases: [string, Algoritme, string[], boolean][] = [
    [
      'one hashed number among 11 keyed pseudonyms',
      'sha256',
      [...ordinaryNumbers(1).map((number) => digest('sha256', number)), ...keyed(11)],
      true,
    ],
    [
      '12 hashed numbers',
      'sha256',
      ordinaryNumbers(12).map((number) => digest('sha256', number)),
      true,
    ],
    ['12 hashed numbers', 'md5', ordinaryNumbers(12).map((number) => digest('md5', number)), true],
    ['12 keyed pseudonyms: to the end', 'sha256', keyed(12), false],
  ];
  it.each(cases)('of %s (%s)', {timeout: 3_600_000}, async (what, algoritme, waarden, expected) => {
    const start = performance.now();
    const found = await isHashedBsn(database, {algoritme, waarden}, THOROUGH);
    const seconds = Math.round((performance.now() - start) / 1000);
    lines.push(`| ${what} | ${algoritme} | ${found ? 'found' : 'none'} | ${seconds} s |`);
    expect(found).toBe(expected);
  });

  it('is as thorough for a new source with few clients', () => {
    expect(CERTAIN.stappen).toBe(THOROUGH.stappen);
  });
});

function keyed(count: number): string[] {
  return Array.from({length: count}, (_, at) =>
    createHmac('sha256', 'sleutel').update(String(at)).digest('hex'),
  );
}

function part(lines: readonly string[]): string {
  return `${EVERY_BSN}

Ordinary numbers that pass the elfproef, made in the test, none of them a test number, hashed without
a key; and keyed pseudonyms, for which the search goes on to its end. All numbers are tried with and
without zeros in front, on one core. Made by:

\`\`\`
POORT_ALLE_BSNS=docs/privacy/gate-results.md \\
  npx vitest run --project parts test/ingest/gate/every-bsn.test.ts
\`\`\`

| column | hash | outcome | time |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}
