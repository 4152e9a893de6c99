import {describe, expect, it} from 'vitest';
import type {GemeenteFinancien} from '../../../queries/contract/finance.ts';
import {estimate, exactAmount, type Amount} from '../../../queries/cube/protect-amount.ts';
import {keepFinance} from '../../../queries/finance/keep-finance.ts';
import type {SealedFinancien} from '../../../queries/finance/sealed.ts';

/** Money of one gemeente in which every amount is `euro`, definitive up to a day. */
function money(definitief_tot: string, euro: number, looks: readonly number[]): SealedFinancien {
  const exact: Amount = exactAmount('begroting', 100 * euro);
  const guess: Amount = estimate(100 * euro, 'schatting', 1);
  const place = {boekjaar: 2022, onderdeel: 'wmo' as const, status: 'ok' as const};
  const kwartalen = looks.map((maand) => maand / 3);
  return {
    gemeente: 'GM1',
    definitief_tot,
    begroting: [],
    standen: looks.map((peilmaand) => ({
      ...place,
      peilmaand,
      regel: 'a',
      omschrijving: 'a',
      begroot_cent: exact,
      verplicht_cent: guess,
      gedeclareerd_cent: guess,
      toegekend_cent: guess,
      realisatie_cent: exact,
      realisatie_herkomst: 'grootboek, exact' as const,
      prognose: null,
    })),
    verschillen: [],
    maanden: [],
    aansluiting: kwartalen.map((kwartaal) => ({
      ...place,
      kwartaal,
      toegekend_cent: exact,
      geboekt_cent: exact,
      verschil_cent: exact,
      herkomst: 'grootboek, exact' as const,
    })),
    gebieden: [],
    verzilvering: [],
    sleutels: [],
    terugtoets: [],
  };
}

const published = (value: SealedFinancien): GemeenteFinancien =>
  JSON.parse(JSON.stringify(value)) as GemeenteFinancien;
// In April nothing of 2022 is definitive; in October the first half year is.
const april = published(money('2021-12-31', 1, [3, 6]));
const october = money('2022-06-30', 2, [3, 6, 9]);
const keep = (over: Partial<Parameters<typeof keepFinance>[0]> = {}) =>
  published(keepFinance({before: april, now: october, ...over}));

describe('money of an earlier publication', () => {
  it('changes once, when its quarter becomes definitive', () => {
    const {aansluiting} = keep();
    expect(aansluiting.map(({kwartaal, geboekt_cent}) => [kwartaal, geboekt_cent])).toEqual([
      [1, 200],
      [2, 200],
      [3, 200],
    ]);
    const january = money('2022-09-30', 3, [3, 6, 9, 12]);
    const next = published(keepFinance({before: keep(), now: january}));
    expect(next.aansluiting.map(({geboekt_cent}) => geboekt_cent)).toEqual([200, 200, 300, 300]);
  });

  it('stays as it is while its quarter is provisional', () => {
    const may = money('2022-02-28', 2, [3, 6]);
    expect(keep({now: may}).aansluiting.map(({geboekt_cent}) => geboekt_cent)).toEqual([100, 100]);
  });

  it('is at a look what was known then: its ledger alone is new', () => {
    const {standen} = keep();
    expect(
      standen.map((row) => [row.peilmaand, row.realisatie_cent, row.gedeclareerd_cent]),
    ).toEqual([
      [3, 200, 100],
      [6, 200, 100],
      [9, 200, 200],
    ]);
  });

  it('starts anew where there was none, or before it had a clock', () => {
    expect(keep({before: undefined})).toEqual(published(october));
    const {definitief_tot: _, ...old} = april;
    expect(keep({before: old as never})).toEqual(published(october));
  });

  it('never becomes provisional again', () => {
    const earlier = money('2021-12-31', 3, [3, 6, 9]);
    expect(keep({before: published(october), now: earlier})).toEqual(published(october));
  });
});
