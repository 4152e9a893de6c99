// An amount of money can leave in one way only: as one that protect-amount.ts made.
import fc from 'fast-check';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {moneyReleases} from '../../../queries/attack/money-noise.ts';
import {parseExactList, readExactList} from '../../../queries/cube/exact-list.ts';
import {Noise} from '../../../queries/cube/noise.ts';
import {
  amountNoise,
  costAmounts,
  estimate,
  exactAmount,
  isAmount,
  minusAmount,
  noisyAmount,
  sumAmounts,
  withheldAmount,
} from '../../../queries/cube/protect-amount.ts';
import {requireAmounts} from '../../../queries/finance/sealed.ts';
import {figuresHash, writeParts} from '../../../queries/publication-file.ts';
import {Database} from '../../../warehouse/open.ts';

const noise = new Noise({label: Buffer.alloc(32, 1), record: Buffer.alloc(32, 2)});
const payers = {clienten: 50, som: 50_000_00, grootste: 2000_00, tweede: 1500_00};
const text = (over: string): string =>
  `label: grootboek, exact
minimum: {clienten: 50, grootste: 0.5, twee_grootste: 0.75}
bedragen:
  proef: {titel: Proef, per: [gemeente, wet, kwartaal], clienten: tellen}
${over}`;

describe('the closed list of exact amounts', () => {
  it('holds, and names nothing finer than a post of a wet in a quarter', () => {
    const {bedragen, minimum} = readExactList();
    expect(minimum).toEqual({clienten: 50, grootste: 0.5, twee_grootste: 0.75});
    const counted = [...bedragen].filter(([, {clienten}]) => clienten === 'tellen');
    expect(counted.map(([naam]) => naam)).toEqual(['boeking', 'boeking_wet', 'aansluiting']);
    for (const [, {per}] of counted)
      expect(per).toEqual(expect.arrayContaining(['gemeente', 'wet']));
  });

  it.each([
    [
      'a place that is too fine',
      '  fijn: {titel: F, per: [gemeente, wet, wijk], clienten: tellen}',
      'bedragen.fijn.per.2',
    ],
    [
      'clients of all laws together',
      '  los: {titel: L, per: [gemeente], clienten: tellen}',
      'los: zet wet bij per',
    ],
    [
      'an unknown field',
      '  extra: {titel: E, per: [gemeente], clienten: geen, rol: raad}',
      'bedragen.extra',
    ],
  ])('is refused with %s', (_, line, fault) => {
    expect(() => parseExactList(text(line))).toThrow(fault);
  });

  it.each([
    ['clienten: 50', 'clienten: 49', 'minimum.clienten'],
    ['grootste: 0.5', 'grootste: 0.6', 'minimum.grootste'],
    ['twee_grootste: 0.75', 'twee_grootste: 0.8', 'minimum.twee_grootste'],
    ['label: grootboek, exact', 'label: exact', 'label'],
  ])('is never looser than the design: %s', (right, wrong, fault) => {
    expect(() => parseExactList(text('').replace(right, wrong))).toThrow(fault);
    expect(() => parseExactList(text(''))).not.toThrow();
  });
});

describe('an exact amount', () => {
  it('leaves to the cent from fifty clients on, labelled as of the ledger', () => {
    expect(exactAmount('boeking', 12_345_67, [payers])).toMatchObject({
      cent: 12_345_67,
      status: 'ok',
      herkomst: 'grootboek, exact',
    });
  });

  it.each([
    ['49 clients', [{...payers, clienten: 49}], 'te_klein'],
    ['one of two ways of counting below fifty', [payers, {...payers, clienten: 12}], 'te_klein'],
    ['nobody', [], 'te_klein'],
    ['one client with more than half', [{...payers, grootste: 25_001_00}], 'dominantie'],
    [
      'two with more than three quarters',
      [{...payers, grootste: 20_000_00, tweede: 17_501_00}],
      'dominantie',
    ],
  ])('is withheld, with its label, with %s', (_, achter, status) => {
    const amount = exactAmount('boeking', 12_345_67, achter);
    expect(amount).toMatchObject({cent: null, status, herkomst: 'grootboek, exact'});
  });

  it('without people behind it needs nobody', () => {
    expect(exactAmount('begroting', 63_000_000).cent).toBe(63_000_000);
    expect(exactAmount('boeking_zonder_clienten', 4).cent).toBe(4);
  });

  it('that is not in the list is refused', () => {
    expect(() => exactAmount('kosten_per_wijk', 1, [payers])).toThrow('exact-list.yaml');
  });
});

describe('a protected amount', () => {
  it('is in whole thousands of euros, at most two largest clients or ten means away', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 10_000_000}), fc.string(), (cent, label) => {
        const {cent: shown} = noisyAmount(noise, label, cent, [payers]);
        expect((shown ?? -1) % 100_000).toBe(0);
        const scale = Math.max(payers.grootste, (5 * payers.som) / payers.clienten);
        expect(Math.abs((shown ?? 0) - cent)).toBeLessThanOrEqual(2 * scale + 50_000);
      }),
    );
  });

  it('is the same when it is asked again, and has other noise for another sum', () => {
    const of = (cent: number): number => amountNoise(noise, 'L', cent, [payers]);
    expect(of(500)).toBe(of(500));
    expect(of(500)).not.toBe(of(501));
  });

  it('of a group whose costs change while its members stay gets other noise', () => {
    const facts = {...payers, bijdragers: 50, ck: '42'};
    const before = costAmounts(noise, 'L', facts).per_client_cent.cent ?? 0;
    const after = costAmounts(noise, 'L', {...facts, som: facts.som + 300_00}).per_client_cent.cent;
    expect(Math.abs((after ?? 0) - before - 6_00)).toBeGreaterThan(1_00);
  });

  it('does not tell, of two publications, what the client costs who came in between', () => {
    expect(moneyReleases(1).geslaagd).toBe(true);
    const sameNoise = moneyReleases(
      1,
      (own, label, cent, achter) => cent + amountNoise(own, label, 0, [achter]),
    );
    expect(sameNoise).toMatchObject({geslaagd: false});
  });

  it('adds up with others, and is withheld when one of them is', () => {
    const [a, b] = [exactAmount('begroting', 7), estimate(200_000)];
    expect(sumAmounts([a, b])).toMatchObject({cent: 200_007, herkomst: 'schatting'});
    expect(sumAmounts([a, withheldAmount('te_klein', 'beschermd')]).cent).toBeNull();
    expect(minusAmount(b, a).cent).toBe(199_993);
    expect(minusAmount(a, withheldAmount('dominantie', 'beschermd')).cent).toBeNull();
  });
});

describe('the writer of a publication', () => {
  const parts = (financien: unknown) => ({financien}) as never;
  it.each([
    ['a bare number', [{standen: [{realisatie_cent: 5}]}], 'realisatie_cent'],
    [
      'a copy of an amount',
      [{standen: [structuredClone({realisatie_cent: 5})]}],
      'realisatie_cent',
    ],
    ['a list of numbers', [{begroting: [{posten: [{standen_cent: [1]}]}]}], 'standen_cent'],
    ['a band', [{standen: [{prognose: {band80: [1, 2]}}]}], 'band80'],
    ['what a budget is divided by', [{sleutels: [{productie: 3}]}], 'productie'],
  ])('refuses %s', async (_, financien, field) => {
    const database = await Database.open(':memory:');
    await expect(writeParts(database, parts(financien))).rejects.toThrow(
      `only protected amounts are published, ${field} is not`,
    );
    database.close();
  });

  it('writes an amount as its number, and one that is withheld as null', () => {
    const row = {
      realisatie_cent: exactAmount('begroting', 5),
      toegekend_cent: withheldAmount('te_klein', 'beschermd'),
      verwacht_cent: null,
    };
    expect(() => {
      requireAmounts([row]);
    }).not.toThrow();
    expect(JSON.stringify(row)).toBe(
      '{"realisatie_cent":5,"toegekend_cent":null,"verwacht_cent":null}',
    );
    expect(isAmount(structuredClone(row.realisatie_cent))).toBe(false);
  });

  it('takes the money into the hash that the attestation is about', async () => {
    const database = await Database.open(':memory:');
    await database.run('create table overleving (indicator varchar)');
    const hashOf = (cent: number): Promise<string> =>
      figuresHash(database, [], [{verschil_cent: exactAmount('begroting', cent)}] as never);
    expect(await hashOf(5)).toBe(await hashOf(5));
    expect(await hashOf(5)).not.toBe(await hashOf(6));
    database.close();
  });
});

it('amounts of a publication are asked for by what reads one only', () => {
  const queries = join(import.meta.dirname, '../../../queries');
  const users = readdirSync(queries, {recursive: true, encoding: 'utf8'}).filter(
    (name) =>
      name.endsWith('.ts') && readFileSync(join(queries, name), 'utf8').includes('publishedAmount'),
  );
  expect(users.sort()).toEqual([
    'cube/protect-amount.ts',
    'finance/published-costs.ts',
    'finance/republished.ts',
  ]);
});
