import {describe, expect, it} from 'vitest';
import {answer, BSN, claim, product} from './message-text.ts';
import {read} from './read.ts';

const codes = async (text: string): Promise<string[]> =>
  (await read(text)).waarschuwingen.map(({code}) => code);

describe('R6: a reference names one line', () => {
  it('rejects both lines that share a reference but differ', async () => {
    const bericht = await read(claim([{referentie: 'R1'}, {referentie: 'R1', volume: 8}]));
    expect(bericht.gelezen).toBe(2);
    expect(bericht.afgewezen).toMatchObject([
      {regel: 4, code: 'SLEUTEL_DUBBEL'},
      {regel: 5, code: 'SLEUTEL_DUBBEL'},
    ]);
    expect(bericht.rijen).toEqual([]);
  });

  it('counts an exact copy once', async () => {
    const bericht = await read(claim([{referentie: 'R1'}, {referentie: 'R1'}]));
    expect(bericht).toMatchObject({gelezen: 2, dubbel: 1, afgewezen: []});
    expect(bericht.rijen).toHaveLength(1);
  });
});

describe('R7: a deviation is a warning with its line', () => {
  it('volume times tariff', async () => {
    const bericht = await read(claim([{referentie: 'R1'}, {referentie: 'R2', cent: 1}]));
    expect(bericht.waarschuwingen).toMatchObject([{regel: 5, code: 'BEDRAG_WIJKT_AF'}]);
    expect(bericht.rijen).toHaveLength(2);
  });

  it('not when the unit is euros', async () => {
    expect(await codes(claim([{referentie: 'R1', cent: 1, eenheid: '83'}]))).toEqual([]);
  });

  it('more than one calendar month', async () => {
    expect(await codes(claim([{referentie: 'R1', tot: '2024-05-01'}]))).toEqual([
      'PERIODE_TE_LANG',
    ]);
  });
});

describe('the total of a claim is the sum of its lines', () => {
  it.each([
    ['equal', 10_000, []],
    ['one cent less', 9_999, ['TOTAAL_WIJKT_AF']],
    ['a credit while the lines are debit', -10_000, ['TOTAAL_WIJKT_AF']],
  ])('%s', async (_what, ingediend, expected) => {
    const lines = [{referentie: 'R1'}, {referentie: 'R2'}];
    expect(await codes(claim(lines, {ingediend}))).toEqual(expected);
  });

  it('debit minus credit', async () => {
    const lines = [
      {referentie: 'R1', cent: 7500, volume: 6},
      {referentie: 'R2', credit: true},
    ];
    expect(await codes(claim(lines, {ingediend: 2500}))).toEqual([]);
  });
});

describe('the totals of an answer: submitted minus granted is the sum of the rejected lines', () => {
  it.each([
    ['equal', 34_000, 39_000, []],
    ['one cent off', 34_000, 39_001, ['TOTAAL_WIJKT_AF']],
  ])('%s', async (_what, toegekend, ingediend, expected) => {
    const lines = [{referentie: 'R1', retour: '9307'}];
    expect(await codes(answer(lines, {toegekend, ingediend}))).toEqual(expected);
  });

  it('a claim refused whole need not list its lines', async () => {
    expect(await codes(answer([], {ingediend: 5000, retour: '9333'}))).toEqual([]);
    expect(await codes(answer([], {ingediend: 5000, retour: '0200'}))).toEqual(['TOTAAL_WIJKT_AF']);
  });
});

describe('a record that can not be true is rejected and the others are loaded:', () => {
  it('an end before its begin, in each message', async () => {
    const messages = [
      product({Einddatum: '2024-02-01'}),
      product({Einddatum: '2024-02-01'}, {soort: 'wmo307'}),
      claim([{referentie: 'R1', tot: '2024-03-31'}]),
    ];
    for (const text of messages) {
      const {afgewezen} = await read(text);
      expect(afgewezen).toMatchObject([{code: 'EINDDATUM_VOOR_BEGINDATUM'}]);
    }
  });

  it('a start or a month of care that has yet to come, unless it is withdrawn', async () => {
    const later = {Begindatum: '2027-01-01', Einddatum: '2027-01-31'};
    const messages = [
      product({Begindatum: later.Begindatum}, {soort: 'wmo305'}),
      product(later, {soort: 'wmo307'}),
      claim([{referentie: 'R1', van: '2027-01-01', tot: '2027-01-31'}]),
    ];
    for (const text of messages) {
      expect((await read(text)).afgewezen).toMatchObject([{code: 'DATUM_TOEKOMST'}]);
    }
    const withdrawn = {Begindatum: later.Begindatum, StatusAanlevering: 3};
    expect((await read(product(withdrawn, {soort: 'wmo305'}))).afgewezen).toEqual([]);
    const planned = product({Einddatum: later.Einddatum}, {soort: 'wmo307'});
    expect((await read(planned)).afgewezen).toEqual([]);
  });

  it('but a toewijzing that never existed (R2) may have any dates', async () => {
    const {afgewezen} = await read(product({Einddatum: '2024-02-01', RedenWijziging: '13'}));
    expect(afgewezen).toEqual([]);
  });

  it('more time than a month has, which would overflow the minutes', async () => {
    const lines = [{referentie: 'R1', volume: 99_999_999, eenheid: '16'}, {referentie: 'R2'}];
    const bericht = await read(claim(lines));
    expect(bericht.afgewezen).toMatchObject([{regel: 4, code: 'VOLUME_TE_GROOT'}]);
    expect(bericht.rijen).toHaveLength(1);
  });

  it('a line of an answer is never rejected: it would count as granted', async () => {
    const line = {referentie: 'R1', tot: '2024-03-31', retour: '9308'};
    const {afgewezen, rijen} = await read(answer([line]));
    expect(afgewezen).toEqual([]);
    expect(rijen.map(({rij}) => rij['oordeel'])).toEqual(['goed', 'afgekeurd']);
  });
});

describe('one toewijzing belongs to one client', () => {
  it('is told when it does not', async () => {
    const second = claim([{referentie: 'R2'}], {bsn: BSN.b});
    const [client = ''] = /<Client>.*<\/Client>/s.exec(second) ?? [];
    const both = claim([{referentie: 'R1'}], {ingediend: 10_000}).replace(
      '</Clienten>',
      `${client}</Clienten>`,
    );
    expect(await codes(both)).toEqual(['TOEWIJZING_TWEE_CLIENTEN']);
  });
});
