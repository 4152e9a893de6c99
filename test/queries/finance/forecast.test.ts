import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {backtest} from '../../../queries/finance/backtest.ts';
import {bandsOf, bandsTogether} from '../../../queries/finance/bands.ts';
import {
  asKnownAt,
  daysIn,
  firstDay,
  type CareSeries,
} from '../../../queries/finance/care-series.ts';
import {claimDevelopment} from '../../../queries/finance/development.ts';
import {forecastYear} from '../../../queries/finance/forecast.ts';
import {careDays} from '../../../queries/finance/open-care.ts';
import {originsOf, replay, type Origin} from '../../../queries/finance/replay.ts';
import {randomSource} from '../../../queries/statistics/random.ts';
import {rivalsOf} from '../../../queries/finance/rivals.ts';

const FIRST = 12 * 2018;

/** Ten clients all the time, each costs 3.000 cents a day at 30 cents a unit; claims come in thirds. */
function steady(months = 60, lags: readonly number[] = [1, 2, 3]): CareSeries {
  const claims = Array.from({length: months}, (_, index) => FIRST + index).flatMap((dienst) =>
    lags.map((lag) => {
      const cent = (10 * daysIn(dienst) * 3000) / lags.length;
      return {dienst, ingediend: dienst + lag, cent, toegekend: cent, volume: cent / 30};
    }),
  );
  const spells = Array.from({length: 10}, () => ({begin: firstDay(FIRST) - 100, einde: null}));
  return {wet: 'wmo', productcategorie: '01', vanaf: FIRST, spreiding: 1, claims, spells};
}

const YEAR_CENTS = 365 * 10 * 3000;

describe('the forecast of a boekjaar', () => {
  it.each([3, 6, 9, 12])('finds the year of help that never changes, after %i months', (maand) => {
    const month = 12 * 2021 + maand - 1;
    const {verwacht_cent, bekend_cent, clientmaanden, prijs, maanden} = forecastYear(
      steady(),
      2021,
      month,
    );
    expect(verwacht_cent / YEAR_CENTS).toBeCloseTo(1, 2);
    expect(bekend_cent).toBeLessThan(verwacht_cent);
    expect(clientmaanden).toBeCloseTo((365 * 10) / (365.25 / 12), 6);
    expect(prijs).toBeCloseTo(30, 9);
    expect(maanden.reduce((sum, one) => sum + one.verwacht_cent, 0)).toBeCloseTo(verwacht_cent, 3);
  });

  it('does not know what came in later: the future changes nothing', () => {
    const month = 12 * 2021 + 5;
    const changed = fc.record({
      ahead: fc.integer({min: 1, max: 12}),
      cent: fc.integer({min: -1_000_000, max: 9_000_000}),
    });
    const base = forecastYear(steady(), 2021, month);
    fc.assert(
      fc.property(fc.array(changed, {minLength: 1, maxLength: 5}), (later) => {
        const series = steady();
        const claims = later.map(({ahead, cent}) => ({
          dienst: month,
          ingediend: month + ahead,
          cent,
          toegekend: cent,
          volume: 1,
        }));
        const begun = {begin: firstDay(month + 1), einde: null};
        const found = forecastYear(
          {...series, claims: [...series.claims, ...claims], spells: [...series.spells, begun]},
          2021,
          month,
        );
        expect(found).toEqual(base);
      }),
      {numRuns: 20},
    );
  });

  it('is what is known, once all is in', () => {
    const {verwacht_cent, bekend_cent} = forecastYear(steady(), 2019, 12 * 2022);
    expect(verwacht_cent).toBeCloseTo(bekend_cent, 3);
    expect(bekend_cent).toBe(YEAR_CENTS);
  });

  it('takes a claim from before its month, and one that is taken back later', () => {
    const series = steady(60, [-1, 1]);
    const back = {
      dienst: 12 * 2021,
      ingediend: 12 * 2021 + 4,
      cent: -500,
      toegekend: -500,
      volume: 0,
    };
    const found = forecastYear({...series, claims: [...series.claims, back]}, 2021, 12 * 2021 + 5);
    expect(found.verwacht_cent / YEAR_CENTS).toBeCloseTo(1, 2);
    expect(found.maanden[0]?.bekend_cent).toBe(31 * 10 * 3000 - 500);
  });
});

describe('the development of claims', () => {
  it('knows which share is in after each lag', () => {
    const {shareAt, standaardfout} = claimDevelopment(steady().claims, FIRST, FIRST + 47);
    expect([0, 1, 2, 3, 20].map((lag) => Number(shareAt(lag).toFixed(6)))).toEqual([
      0, 0.333333, 0.666667, 1, 1,
    ]);
    expect(standaardfout).toBeCloseTo(0, 6);
  });
});

describe('the first year of a registration', () => {
  it('foresees what is still to be claimed from the months that there are', () => {
    for (const months of [4, 9, 12]) {
      const month = FIRST + months - 1;
      const {verwacht_cent, bekend_cent} = forecastYear(steady(), 2018, month);
      expect(verwacht_cent / YEAR_CENTS).toBeCloseTo(1, 2);
      expect(bekend_cent).toBeLessThan(0.9 * verwacht_cent);
    }
  });

  it('does not know how sure it is while nothing was claimed', () => {
    const found = forecastYear(steady(60, [5]), 2018, FIRST + 2);
    expect(found.fout_cent).toBeNull();
    expect(found.verwacht_cent).toBe(0);
  });
});

describe('open help', () => {
  it('runs off as it did before, and is filled up as it was', () => {
    // One spell of 100 days begins each day: 100 are open at any time.
    const last = firstDay(FIRST + 36) - 1;
    const spells = Array.from({length: 1400}, (_, index) => {
      const begin = firstDay(FIRST) - 200 + index;
      return {begin, einde: begin + 99};
    });
    const known = asKnownAt({...steady(), spells}, FIRST + 35).spells.filter(
      ({begin}) => begin <= last,
    );
    const days = careDays(known, FIRST, FIRST + 35);
    expect(days.inMonth(FIRST + 20)).toBe(100 * daysIn(FIRST + 20));
    for (const ahead of [36, 38, 41]) {
      expect(days.inMonth(FIRST + ahead) / daysIn(FIRST + ahead)).toBeGreaterThan(85);
      expect(days.inMonth(FIRST + ahead) / daysIn(FIRST + ahead)).toBeLessThan(115);
    }
  });
});

describe('the rivals', () => {
  it('are what came in so far over the year, and last year times its growth', () => {
    const {kastempo_cent, seizoen_cent} = rivalsOf(steady(), 2021, 12 * 2021 + 11);
    expect(kastempo_cent! / YEAR_CENTS).toBeCloseTo(1, 2);
    expect(seizoen_cent! / YEAR_CENTS).toBeCloseTo(1, 1);
    expect(rivalsOf(steady(), 2018, FIRST + 5).seizoen_cent).toBeNull();
  });
});

describe('the backtest', () => {
  const origins = (wrong: number): Origin[] =>
    originsOf(Array.from({length: 8}, () => replay(steady(), FIRST + 59)).flat(), 2018).map(
      (one) => ({
        ...one,
        forecast: {...one.forecast, verwacht_cent: one.forecast.verwacht_cent * wrong},
        rivals: {kastempo_cent: one.uitkomst_cent * 1.05, seizoen_cent: one.uitkomst_cent * 0.9},
      }),
    );

  it('shows the model when it beats both rivals', () => {
    const june = backtest(origins(1.01)).filter(({peilmaand}) => peilmaand === 6);
    expect(june.map(({methode, gekozen}) => [methode, gekozen])).toEqual([
      ['model', true],
      ['kastempo', false],
      ['seizoen', false],
    ]);
    expect(june[0]?.bias).toBeCloseTo(0.01, 2);
    expect(june[1]?.mape).toBeCloseTo(0.05, 6);
    expect(june[0]?.aantal).toBe(24);
  });

  it('shows the better rival when the model does not, or was tried too little', () => {
    const chosen = (of: readonly Origin[]): (string | undefined)[] =>
      [6, 9].map(
        (maand) =>
          backtest(of).find(({peilmaand, gekozen}) => gekozen && peilmaand === maand)?.methode,
      );
    expect(chosen(origins(1.2))).toEqual(['kastempo', 'kastempo']);
    expect(chosen(origins(1).slice(0, 8))).toEqual(['kastempo', 'kastempo']);
  });

  it('judges bands from errors by the errors of other years only', () => {
    const all = origins(1).map((one) => ({
      ...one,
      forecast: {
        ...one.forecast,
        // One year went quite wrong: bands that had seen it would hold it.
        verwacht_cent: one.uitkomst_cent * (one.boekjaar === 2020 ? 1.5 : 1.001),
      },
    }));
    const [june] = backtest(all).filter(({peilmaand}) => peilmaand === 6);
    expect(june?.aantal).toBe(24);
    expect(june?.dekking80_fouten).toBeCloseTo(2 / 3, 6);
    expect(backtest(all.slice(0, 16))[0]?.dekking80_fouten).toBeNull();
    expect(backtest(all.filter(({boekjaar}) => boekjaar === 2020))[0]?.dekking80_fouten).toBeNull();
  });

  it('counts no year as an outcome while much of it is still to come in', () => {
    const years = new Set(
      originsOf(replay(steady(), FIRST + 47), 2018).map(({boekjaar}) => boekjaar),
    );
    expect([...years]).toEqual([2019, 2020]);
  });
});

describe('the bands', () => {
  const base = {verwacht_cent: 1_000_000, fout_cent: 10_000, per_client_cent: 100};
  const errors = Array.from({length: 25}, (_, index) => ({
    verwacht_cent: 1_000_000,
    uitkomst_cent: 1_000_000 + 1000 * (index - 12),
    per_client_cent: 100,
  }));

  it('are as wide as earlier errors were from 24 on, and the formula before', () => {
    // 25 errors, of 0, twice 1.000 … twice 12.000: the 21st smallest is 10.000, the 25th is 12.000.
    const own = bandsOf(base, errors)!;
    expect(own.voorlopig).toBe(false);
    expect(own.band80.map(Math.round)).toEqual([-10_000, 10_000]);
    expect(own.band95.map(Math.round)).toEqual([-12_000, 12_000]);
    const formula = bandsOf(base, errors.slice(0, 23))!;
    expect(formula.voorlopig).toBe(true);
    expect(formula.band80.map(Math.round)).toEqual([-12816, 12816]);
    expect(formula.band95.map(Math.round)).toEqual([-19600, 19600]);
  });

  it('widen as the root of what a post costs, and of what a client costs', () => {
    const wide = bandsOf({...base, verwacht_cent: 4_000_000, per_client_cent: 900}, errors)!;
    expect(wide.band80.map(Math.round)).toEqual([-60_000, 60_000]);
  });

  it('hold of new outcomes what they promise, whatever the spread of the errors', () => {
    const random = randomSource(6);
    // Skewed: most errors are small and a few are large.
    const draw = () => {
      const uniform = random();
      return {...base, uitkomst_cent: base.verwacht_cent + 3000 * (-Math.log(1 - uniform) - 1)};
    };
    const held = Array.from({length: 4000}, () => {
      const {band80} = bandsOf(base, Array.from({length: 24}, draw))!;
      const error = draw().uitkomst_cent - base.verwacht_cent;
      return error >= band80[0] && error <= band80[1];
    });
    const share = held.filter(Boolean).length / held.length;
    expect(share).toBeGreaterThan(0.78);
    expect(share).toBeLessThan(0.82);
  });

  it('are not known without errors and without a formula: never a band of no width', () => {
    expect(bandsOf({...base, fout_cent: null}, errors.slice(0, 23))).toBeNull();
  });

  it('of a sum are narrower than the sum of the bands', () => {
    const one = bandsOf(base, [])!;
    const four = bandsTogether([one, one, one, one]);
    expect(four.band80[1]).toBeCloseTo(2 * one.band80[1], 6);
  });
});
