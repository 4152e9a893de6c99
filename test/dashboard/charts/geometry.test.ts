import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {figureText, formatNumber} from '../../../dashboard/charts/figure-text.ts';
import {hatch} from '../../../dashboard/charts/hatch.ts';
import {
  dayTitle,
  periodEnd,
  periodMiddle,
  periodStart,
  periodTitle,
} from '../../../dashboard/charts/period.ts';
import {scaleFromZero} from '../../../dashboard/charts/scale.ts';
import {sparkline} from '../../../dashboard/charts/sparkline.ts';
import {spread} from '../../../dashboard/charts/spread.ts';
import {STATUSSEN} from '../../../queries/contract/figure.ts';
import {fakePublication} from '../../support/publication.ts';

describe('labels that are spread', () => {
  it('keep their order, their distance and their room', () => {
    const wanted = fc.array(fc.double({min: 0, max: 300, noNaN: true}), {maxLength: 12});
    fc.assert(
      fc.property(wanted, (positions) => {
        const placed = spread(positions, 16, 300);
        const order = positions
          .map((_, index) => index)
          .toSorted((a, b) => positions[a]! - positions[b]!);
        for (const [place, index] of order.entries()) {
          expect(placed[index]).toBeGreaterThanOrEqual(-1e-6);
          expect(placed[index]).toBeLessThanOrEqual(300 + 1e-6);
          if (place > 0) {
            expect(placed[index]! - placed[order[place - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-6);
          }
        }
      }),
    );
  });

  it('stay where they wanted to be when there is room', () => {
    expect(spread([10, 100, 50], 16, 300)).toEqual([10, 100, 50]);
  });
});

describe('a scale', () => {
  it('starts at zero, holds every value and has round ticks', () => {
    const value = fc.double({min: 0, max: 1e6, noNaN: true}).filter((x) => x === 0 || x > 1e-3);
    fc.assert(
      fc.property(fc.array(value, {minLength: 1}), (values) => {
        const {domain, ticks} = scaleFromZero(values);
        expect(domain[0]).toBe(0);
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
        for (const tick of ticks) expect(String(tick).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('exists without values', () => {
    expect(scaleFromZero([]).domain).toEqual([0, 0.25]);
  });
});

describe('a hatch', () => {
  it('stays within its box', () => {
    const side = fc.integer({min: 1, max: 200});
    fc.assert(
      fc.property(side, side, (width, height) => {
        for (const {x, y, x2, y2} of hatch({x: 5, y: 7, width, height})) {
          for (const at of [x, x2]) expect(at >= 5 && at <= 5 + width).toBe(true);
          for (const at of [y, y2]) expect(at >= 7 && at <= 7 + height).toBe(true);
          expect(x2 - x).toBeCloseTo(y - y2);
        }
      }),
    );
  });
});

describe('a period', () => {
  it.each([
    ['2021-03', 'maart 2021', '2021-03-01', '2021-04-01'],
    ['2021-12', 'december 2021', '2021-12-01', '2022-01-01'],
    ['2021-K4', '4e kwartaal 2021', '2021-10-01', '2022-01-01'],
    ['2021-H1', '1e halfjaar 2021', '2021-01-01', '2021-07-01'],
    ['2020', '2020', '2020-01-01', '2021-01-01'],
  ])('%s is %s', (periode, titel, van, tot) => {
    expect(periodTitle(periode)).toBe(titel);
    expect(periodStart(periode)).toBe(Date.parse(van));
    expect(periodEnd(periode)).toBe(Date.parse(tot));
    expect(periodMiddle(periode)).toBe((Date.parse(van) + Date.parse(tot)) / 2);
  });

  it('has days that read as people write them', () => {
    expect(dayTitle('2026-11-22')).toBe('22 november 2026');
  });
});

describe('a number', () => {
  it.each([
    [1234.5, 1, '1.234,5'],
    [1_234_567, 0, '1.234.567'],
    [-0.04, 1, '0,0'],
    [-12.5, 1, '−12,5'],
    [999.95, 1, '1.000,0'],
    [0, 0, '0'],
  ])('%d with %d decimals reads %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('that is not there has a reason for every status', async () => {
    const publication = fakePublication();
    const indicator = publication.indicatoren[0]!;
    const vraag = {gemeente: '0400', periodesoort: 'jaar', filters: {}, uitsplitsen: []} as const;
    const {cijfers} = await publication.cijfers({
      ...vraag,
      indicator: indicator.id,
      niveau: 'wijk',
    });
    for (const status of STATUSSEN.filter((one) => one !== 'ok')) {
      const text = figureText({...cijfers[0]!, waarde: null, status}, indicator);
      expect(text).toMatch(/^(niet|nog niet|onbekend|n\.v\.t\.|wacht op)/);
    }
  });
});

describe('a sparkline', () => {
  it('has gaps where figures are withheld and no style', async () => {
    const publication = fakePublication();
    const vraag = {
      gemeente: '0400',
      periodesoort: 'kwartaal',
      filters: {},
      uitsplitsen: [],
    } as const;
    const {cijfers} = await publication.cijfers({
      ...vraag,
      indicator: 'verwijzingen_tweede_lijn',
      niveau: 'wijk',
      gebied: 'WK040002',
    });
    const svg = sparkline(cijfers, {breedte: 100, hoogte: 24, nulmeting: 20});
    const gaps = cijfers.filter(({status}) => status === 'te_klein').length;

    expect(gaps).toBeGreaterThan(0);
    expect(svg.match(/M\d/g)!.length).toBeGreaterThan(2);
    expect(svg).not.toMatch(/style=|NaN/);
    await expect(svg).toMatchFileSnapshot('../../golden/charts/sparkline.svg');
  });
});
