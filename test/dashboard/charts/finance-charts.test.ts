import {describe, expect, it} from 'vitest';
import {FINANCE_CHART_NAMES, FINANCE_CHARTS} from '../../../dashboard/charts/finance-catalogue.ts';
import type {FinanceChartData} from '../../../dashboard/charts/finance-chart.ts';
import {financeSentences} from '../../../dashboard/charts/finance-answer.ts';
import {
  euro,
  euroShort,
  euroTick,
  signedEuro,
  signedThousands,
} from '../../../dashboard/charts/finance-words.ts';
import {financeChartData} from '../../../dashboard/server/finance-chart-data.ts';
import {renderChart} from '../../../dashboard/server/render-chart.ts';
import {fakePublication} from '../../support/publication.ts';

const WIDTHS = [390, 768, 1440];

const data = (gemeente = '0400'): FinanceChartData =>
  financeChartData(fakePublication(), {gemeente, onderdeel: 'alle', niveau: 'wijk'});

/** Without what keeps an amount on one line. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

describe('a chart about money', () => {
  it.each(FINANCE_CHART_NAMES.flatMap((name) => WIDTHS.map((width) => [name, width] as const)))(
    '%s draws the same picture each time at %i pixels',
    async (name, breedte) => {
      const {spec, omschrijving} = FINANCE_CHARTS[name](data(), {breedte, kop: true});
      const svg = await renderChart(spec, omschrijving);
      await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
        `../../golden/charts/${name}-${breedte}.svg`,
      );
      expect(await renderChart(spec, omschrijving)).toBe(svg);
    },
  );

  it.each(FINANCE_CHART_NAMES)('%s is drawn in words when there is nothing', async (name) => {
    const {spec, omschrijving} = FINANCE_CHARTS[name](data('0453'), {breedte: 390, kop: true});
    expect(omschrijving).toMatch(/(geen|niets)/);
    expect(await renderChart(spec, omschrijving)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('draws a withheld month and post as a gap with its reason, not as zero', async () => {
    const whole = data();
    const hidden: FinanceChartData = {
      ...whole,
      onderdeel: 'wmo',
      maanden: whole.maanden.map((one, index) =>
        index === 2
          ? {...one, bekend_cent: null, verwacht_cent: null, status: 'te_klein' as const}
          : one,
      ),
    };
    for (const name of ['stand-per-post', 'lasten-per-maand'] as const) {
      const {spec, omschrijving} = FINANCE_CHARTS[name](hidden, {breedte: 768, kop: true});
      expect(await renderChart(spec, omschrijving)).toContain('niet getoond');
    }
  });
});

describe('the answer in sentences', () => {
  it('says how far above the begroting, why, and where', () => {
    const [first, , cause, place] = financeSentences(data()).map(plain);
    expect(first).toBe('Den Helder komt in 2022 naar verwachting 3% boven de begroting uit.');
    expect(cause).toMatch(/^De grootste oorzaak is [a-zé ]+: \+€ /);
    expect(place).toMatch(/^Het meeste komt erbij in .+: ongeveer € /);
  });

  it('says below, and on the begroting, and nothing of a cause then', () => {
    const whole = data();
    const at = (share: number): string[] => {
      const begroot_cent = 1_000_000_000;
      const standen = whole.standen.map((one) => ({
        ...one,
        begroot_cent,
        prognose: {
          ...{band80: null, band95: null, methode: 'model' as const, voorlopig: false},
          verwacht_cent: begroot_cent * share,
        },
      }));
      return financeSentences({...whole, standen, verschil: null});
    };
    expect(at(0.9)[0]).toContain('10% onder de begroting uit');
    expect(at(1)[0]).toContain('op de begroting uit');
    expect(at(1)).toHaveLength(2);
  });

  it('gives the reason when nothing may be told, and when there is nothing', () => {
    const whole = data();
    const standen = whole.standen.map((one) => ({...one, prognose: null}));
    expect(financeSentences({...whole, standen})[0]).toBe(
      'De verwachting voor 2022 tonen we niet.',
    );
    expect(financeSentences({...whole, standen: []})[0]).toContain('Declaraties zijn er nog niet');
    expect(financeSentences(data('0453'))).toEqual(['Voor Velsen is geen begroting geleverd.']);
  });
});

describe('an amount in words', () => {
  it('is exact, or rounded at a glance', () => {
    expect([euro(63_000_000), euro(-1_234_567, 2), euro(0)].map(plain)).toEqual([
      '€ 630.000',
      '−€ 12.345,67',
      '€ 0',
    ]);
    expect([244_000_000, 94_352_312, 4_512_345, 99_999_999].map(euroShort).map(plain)).toEqual([
      '€ 2,4 mln',
      '€ 944.000',
      '€ 45.123',
      '€ 1,0 mln',
    ]);
    expect([674_000, -2_499_500, 40_000].map(signedThousands).map(plain)).toEqual([
      '+€ 7.000',
      '−€ 25.000',
      '€ 0',
    ]);
    expect([signedEuro(240_000_000), signedEuro(-100)].map(plain)).toEqual(['+€ 2,4 mln', '−€ 1']);
  });

  it('has as many decimals at an axis as its ticks need', () => {
    const million = 100_000_000;
    const at = (...ticks: number[]) => ticks.map((tick) => plain(euroTick(tick, ticks)));
    expect(at(0, 10 * million, 20 * million)).toEqual(['€ 0', '€ 10 mln', '€ 20 mln']);
    expect(at(0, million, 1.25 * million).at(-1)).toBe('€ 1,25 mln');
    expect(at(0, 0.25 * million)).toEqual(['€ 0', '€ 250.000']);
  });
});
