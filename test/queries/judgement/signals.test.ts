import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Cijfer} from '../../../queries/contract/figure.ts';
import {signalChart, type SignalQuestion} from '../../../queries/judgement/signals.ts';
import {figure, GEBIED, INDICATOR} from '../../support/judged-figures.ts';

// The team starts on 1 November 2020; January 2019 to December 2022 are known.
const MONTHS = [2019, 2020, 2021, 2022].flatMap((year) =>
  Array.from({length: 12}, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);
const STARTED = MONTHS.indexOf('2020-11');
const wave = (index: number) => 20 + [0, 2, -1, 1, -2, 0][index % 6]!;

function chart(
  value: (index: number, periode: string) => number | null,
  over: Partial<SignalQuestion> = {},
  cell: (index: number) => Partial<Cijfer> = () => ({}),
) {
  const cijfers = MONTHS.map((periode, index) => {
    const waarde = value(index, periode);
    const own = waarde === null ? ({status: 'te_klein'} as const) : {};
    return figure(null, {periode, waarde, ...own, ...cell(index)});
  });
  return signalChart({
    indicator: INDICATOR,
    gebied: GEBIED,
    periodesoort: 'maand',
    cijfers,
    herijken: [],
    lengtes: {shift: 7, trend: 7},
    ...over,
  });
}

const found = (kaart: ReturnType<typeof chart>) =>
  kaart!.punten.flatMap(({periode, signaal}) => (signaal === null ? [] : [[periode, signaal]]));

describe('the limits', () => {
  it('are frozen on what lies before the start, whatever comes after', () => {
    const calm = chart(wave)!;
    const wild = chart((index) => (index < STARTED ? wave(index) : 90))!;
    expect([calm.basis_van, calm.basis_tot]).toEqual(['2019-01', '2020-10']);
    expect(wild.punten.map(({bovengrens}) => bovengrens)).toEqual(
      calm.punten.map(({bovengrens}) => bovengrens),
    );
    expect(calm.punten.filter(({basis}) => basis)).toHaveLength(STARTED);
  });

  it('need twelve months before the start', () => {
    const from = (first: number) => chart((index) => (index < first ? null : wave(index)));
    expect(from(STARTED - 12)).not.toBeNull();
    expect(from(STARTED - 11)).toBeNull();
    expect(chart(wave, {gebied: {...GEBIED, startdatum: null}})).toBeNull();
  });

  it('are frozen anew only from a recorded change with twelve months after it', () => {
    const level = (index: number) => wave(index) + (index < STARTED ? 0 : 30);
    const again = chart(level, {herijken: ['2020-11-01']})!;
    expect(again.herijkt_vanaf).toEqual(['2020-11']);
    expect(found(again)).toEqual([]);
    expect(found(chart(level)).length).toBeGreaterThan(20);
    expect(chart(level, {herijken: ['2022-06-01']})!.herijkt_vanaf).toEqual([]);
  });

  it('of counts are u limits per person-year, in the unit of the figure', () => {
    const counted = (index: number) => {
      const teller = wave(index);
      return {teller, noemer: 1000, waarde: teller};
    };
    const kaart = chart(wave, {indicator: {...INDICATOR, vorm: 'aantal'}}, counted)!;
    const base = MONTHS.slice(0, STARTED).map((_, index) => wave(index));
    const mean = base.reduce((sum, value) => sum + value, 0) / base.length;
    expect(kaart.kaart).toBe('u');
    expect(kaart.punten[30]!.gemiddelde).toBeCloseTo(mean, 9);
    expect(kaart.punten[30]!.bovengrens).toBeCloseTo(mean + 3 * Math.sqrt(mean), 9);
  });

  it('are widened when the counts scatter more than chance makes them', () => {
    const teller = (index: number) => (index % 2 === 0 ? 10 : 60);
    const counted = (index: number) => ({teller: teller(index), noemer: 1000});
    const kaart = chart(teller, {indicator: {...INDICATOR, vorm: 'aantal'}}, counted)!;
    expect(kaart.kaart).toBe('u′');
    expect(found(kaart)).toEqual([]);
  });
});

describe('a signal', () => {
  it('is a point outside the limits, and the sentence asks to find out', () => {
    const kaart = chart((index, periode) => (periode === '2021-05' ? 60 : wave(index)));
    expect(found(kaart)).toEqual([['2021-05', 'buiten_de_grenzen']]);
    expect(kaart!.zin).toBe(
      'Verwijzingen in Centrum: sinds de start één signaal, het laatste in mei 2021. ' +
        'Zoek uit wat er toen gebeurde. Een signaal bewijst niet dat iets werkt.',
    );
  });

  it('is seven on one side, or as many as was asked', () => {
    const shifted = (index: number) => (index >= 30 && index < 36 ? 21.5 : wave(index));
    expect(found(chart(shifted))).toEqual([]);
    const six = found(chart(shifted, {lengtes: {shift: 6, trend: 7}}));
    expect(six.map(([, rule]) => rule)).toEqual(Array.from({length: 6}, () => 'reeks'));
  });

  it('does not run over a month that is withheld', () => {
    const shifted = (index: number) => (index >= 29 && index < 36 ? 21.5 : wave(index));
    expect(found(chart(shifted))).not.toEqual([]);
    expect(found(chart((index) => (index === 32 ? null : shifted(index))))).toEqual([]);
  });

  it('is never given by a provisional figure', () => {
    const last = MONTHS.length - 1;
    const fall = (index: number) => (index === last ? 0 : wave(index));
    expect(found(chart(fall))).toEqual([['2022-12', 'buiten_de_grenzen']]);
    expect(found(chart(fall, {}, (index) => ({voorlopig: index === last})))).toEqual([]);
  });

  it('says nothing about a calm series, wherever its level is', () => {
    fc.assert(
      fc.property(fc.integer({min: 10, max: 900}), (level) => {
        const kaart = chart((index) => wave(index) + level);
        expect(found(kaart)).toEqual([]);
        expect(kaart!.zin).toContain('sinds de start springt niets eruit');
      }),
    );
  });
});
