import {beforeAll, describe, expect, it} from 'vitest';
import {answer, claim} from '../../ingest/istandaarden/message-text.ts';
import {MessageWarehouse} from './message-warehouse.ts';

let warehouse: MessageWarehouse;
beforeAll(async () => {
  warehouse = await MessageWarehouse.open();
});

describe('R6: a line is what its answer makes of it', () => {
  const status = async (...messages: string[]): Promise<Record<string, unknown>> => {
    const rows = await warehouse.anyOrder('prestatie', messages);
    return Object.fromEntries(rows.map((row) => [String(row['referentie']), row['status']]));
  };
  const lines = [{referentie: 'R1'}, {referentie: 'R2'}];

  it('without an answer it is submitted', async () => {
    expect(await status(claim(lines))).toEqual({R1: 'ingediend', R2: 'ingediend'});
  });

  it('an answer lists what is rejected; the rest is granted', async () => {
    const rejected = answer([{referentie: 'R2', retour: '9307'}]);
    expect(await status(claim(lines), rejected)).toEqual({R1: 'toegekend', R2: 'afgekeurd'});
  });

  it.each([
    ['9333 at the claim', {retour: '9333'}],
    ['0001 in the Header', {retourHeader: '0001'}],
  ])('a claim refused whole (%s) grants nothing', async (_what, options) => {
    const refused = answer([], {ingediend: 10_000, ...options});
    expect(await status(claim(lines), refused)).toEqual({R1: 'afgekeurd', R2: 'afgekeurd'});
  });

  it('a rejected client rejects its lines', async () => {
    const listed = answer([{referentie: 'R2', retour: '0200'}]).replace(
      '</Prestaties><RetourCodes><RetourCode>0200',
      '</Prestaties><RetourCodes><RetourCode>8187',
    );
    expect(await status(claim(lines), listed)).toEqual({R1: 'toegekend', R2: 'afgekeurd'});
  });

  it('a line that was not judged (0233) is still submitted', async () => {
    const open = answer([{referentie: 'R2', retour: '0233'}]);
    expect(await status(claim(lines), open)).toEqual({R1: 'toegekend', R2: 'ingediend'});
    const none = answer([], {retour: '0233', ingediend: 10_000});
    expect(await status(claim(lines), none)).toEqual({R1: 'ingediend', R2: 'ingediend'});
  });

  it('an approved line that is sent again and refused there (8021) stays approved', async () => {
    const found = await status(
      claim([{referentie: 'R1'}], {nummer: 'D1', identificatie: '1'}),
      answer([], {nummer: 'D1', toegekend: 5000}),
      claim([{referentie: 'R1'}], {nummer: 'D2', identificatie: '2', dagtekening: '2024-06-10'}),
      answer([{referentie: 'R1', retour: '8021'}], {
        nummer: 'D2',
        identificatie: '901',
        dagtekening: '2024-06-20',
      }),
    );
    expect(found).toEqual({R1: 'toegekend'});
  });

  it('a refused line that is sent again and approved is approved', async () => {
    const found = await status(
      claim([{referentie: 'R1'}], {nummer: 'D1', identificatie: '1'}),
      answer([{referentie: 'R1', retour: '9307'}], {nummer: 'D1'}),
      claim([{referentie: 'R1'}], {nummer: 'D2', identificatie: '2', dagtekening: '2024-06-10'}),
      answer([], {nummer: 'D2', identificatie: '901', dagtekening: '2024-06-20', toegekend: 5000}),
    );
    expect(found).toEqual({R1: 'toegekend'});
  });

  it.each([
    ['named by its answer', '1', '2'],
    ['told apart by date', undefined, undefined],
  ])('a number used twice (9333) refuses the second claim only: %s', async (_what, one, two) => {
    const over = (name: string | undefined) => (name === undefined ? {} : {over: name});
    const found = await status(
      claim([{referentie: 'R1'}], {identificatie: '1'}),
      answer([], {toegekend: 5000, ...over(one)}),
      claim([{referentie: 'R2'}], {identificatie: '2', dagtekening: '2024-06-10'}),
      answer([], {
        retour: '9333',
        ingediend: 5000,
        identificatie: '901',
        dagtekening: '2024-06-20',
        ...over(two),
      }),
    );
    expect(found).toEqual({R1: 'toegekend', R2: 'afgekeurd'});
  });

  it('the sum of debit and credit is what was delivered, in whole cents', async () => {
    const rows = await warehouse.anyOrder('prestatie', [
      claim([{referentie: 'R1'}], {identificatie: '1'}),
      claim([{referentie: 'R2', vorige: 'R1', credit: true}], {identificatie: '2', nummer: 'D2'}),
      claim([{referentie: 'R3', cent: 3750, volume: 3}], {identificatie: '3', nummer: 'D3'}),
    ]);
    expect(rows.reduce((sum, row) => sum + Number(row['bedrag_cent']), 0)).toBe(3750);
    expect(rows.map(({volume}) => volume)).toEqual([4, 4, 3]);
  });

  it('an answer goes to the claim that it names, also when that is not the latest', async () => {
    const found = await status(
      claim([{referentie: 'R1'}], {identificatie: '1'}),
      claim([{referentie: 'R2'}], {identificatie: '2'}),
      answer([], {toegekend: 5000, over: '1'}),
    );
    expect(found).toEqual({R1: 'toegekend', R2: 'ingediend'});
  });

  it('without an approval the latest content counts, with one the first approved', async () => {
    const first = claim([{referentie: 'R1'}], {nummer: 'D1', identificatie: '9'});
    const refused = answer([{referentie: 'R1', retour: '9307'}], {nummer: 'D1'});
    const again = claim([{referentie: 'R1', cent: 7500, volume: 6}], {
      nummer: 'D2',
      identificatie: '10',
    });
    const rows = await warehouse.anyOrder('prestatie', [first, refused, again]);
    expect(rows).toMatchObject([{bedrag_cent: 7500, status: 'ingediend'}]);
    const approvals = [
      answer([], {nummer: 'D1', toegekend: 5000}),
      answer([], {nummer: 'D2', toegekend: 7500, identificatie: '901'}),
    ];
    const approved = await warehouse.anyOrder('prestatie', [first, again, ...approvals]);
    expect(approved).toMatchObject([{bedrag_cent: 5000, volume: 4, status: 'toegekend'}]);
  });

  it('two aanbieders may use the same reference', async () => {
    const rows = await warehouse.anyOrder('prestatie', [
      claim([{referentie: 'R1'}], {aanbieder: '41000001'}),
      claim([{referentie: 'R1'}], {aanbieder: '41000002'}),
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('R7: an amount or period that deviates stays with its row', () => {
  it('is loaded as submitted', async () => {
    const rows = await warehouse.anyOrder('prestatie', [
      claim([{referentie: 'R1', cent: 9999, tot: '2024-05-02'}]),
    ]);
    expect(rows).toMatchObject([{bedrag_cent: 9999, periode_eind: '2024-05-02'}]);
  });
});

describe('R10: units are words', () => {
  it.each([
    ['01', 'minuut'],
    ['04', 'uur'],
    ['14', 'etmaal'],
    ['16', 'dagdeel'],
    ['82', 'stuks'],
    ['83', 'euro'],
    ['84', 'stuks'],
  ])('unit %s is %s', async (eenheid, word) => {
    const rows = await warehouse.anyOrder('prestatie', [claim([{referentie: 'R1', eenheid}])]);
    expect(rows).toMatchObject([{eenheid: word}]);
  });
});
