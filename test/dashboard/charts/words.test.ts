import {describe, expect, it} from 'vitest';
import {CHARTS, type ChartName} from '../../../dashboard/charts/catalogue.ts';
import type {ChartData, ChartOptions} from '../../../dashboard/charts/chart.ts';
import {textWidth} from '../../../dashboard/charts/frame.ts';
import {chartData} from '../../support/chart-data.ts';

const PLAIN: ChartOptions = {
  breedte: 390,
  gebied: null,
  periode: null,
  kop: false,
  interactief: false,
};

interface Box {
  text: string;
  left: number;
  right: number;
  y: number;
  fontSize: number;
}

interface TextLayer {
  mark: {type: string; fontSize: number; align: 'left' | 'center' | 'right'};
  data: {values: {text: string; x: number; y: number}[]};
}

/** Every text of a chart with about the room it takes. */
function boxes(name: ChartName, data: ChartData, options: Partial<ChartOptions>): Box[] {
  const {spec} = CHARTS[name](data, {...PLAIN, ...options});
  const layers = JSON.parse(JSON.stringify('layer' in spec ? spec.layer : [])) as TextLayer[];
  return layers
    .filter(({mark}) => mark.type === 'text')
    .flatMap(({mark: {fontSize, align}, data: {values}}) =>
      values.map(({text, x, y}) => {
        const width = textWidth(text, fontSize);
        const left = x - {left: 0, center: width / 2, right: width}[align];
        return {text, left, right: left + width, y, fontSize};
      }),
    );
}

function collisions(all: readonly Box[]): string[] {
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right)
      .filter((b) => Math.abs(a.y - b.y) < Math.max(a.fontSize, b.fontSize) - 1)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

const NAMES = ['small-multiples', 'vergelijking', 'tegelkaart'] as const;

describe.each([280, 340, 390, 768])('the words of a chart of %i pixels', (breedte) => {
  it.each(NAMES)('%s: do not run into each other', async (name) => {
    expect(collisions(boxes(name, await chartData(), {breedte}))).toEqual([]);
  });

  it.each(['small-multiples', 'vergelijking'] as const)(
    '%s: name every area whole',
    async (name) => {
      const data = await chartData();
      const words = boxes(name, data, {breedte})
        .map(({text}) => text)
        .join(' ');
      expect(words).not.toContain('…');
      for (const {naam} of data.gebieden)
        for (const part of naam.split(' ')) expect(words).toContain(part);
    },
  );
});

describe('values that read the same', () => {
  it('are one class in the legend of the map', async () => {
    const data = await chartData();
    const values = [1.51, 1.54, 1.76, 1.82, 1.79, 1.84, 2.2, 2.21];
    const close = {
      ...data,
      indicator: {...data.indicator, decimalen: 1},
      cijfers: data.cijfers.map((cijfer, index) => ({
        ...cijfer,
        status: 'ok' as const,
        waarde: values[data.gebieden.findIndex(({code}) => code === cijfer.gebied)] ?? index,
      })),
    };
    const bottom = Math.max(...boxes('tegelkaart', close, {}).map(({y}) => y));
    const legend = boxes('tegelkaart', close, {}).filter(({y}) => y === bottom);
    const bounds = legend.flatMap(({text}) => [...new Set(text.split(' – '))]);
    expect(legend.length).toBeGreaterThan(1);
    expect(new Set(bounds).size).toBe(bounds.length);
  });
});

describe('a provisional figure', () => {
  it('has an open marker, and the legend says so', async () => {
    for (const name of ['trend-per-wijk', 'small-multiples'] as const) {
      const {spec} = CHARTS[name](await chartData(), PLAIN);
      expect(JSON.stringify(spec)).toContain('"fill":"#ffffff","stroke"');
      expect(JSON.stringify(spec)).toContain('Open rondje');
    }
  });

  it('leaves no word in the legend when all figures are final', async () => {
    const data = await chartData();
    const final = <T extends {voorlopig: boolean}>(one: T) => ({...one, voorlopig: false});
    const settled = {
      ...data,
      cijfers: data.cijfers.map(final),
      gemeenteCijfers: data.gemeenteCijfers.map(final),
    };
    for (const name of ['trend-per-wijk', 'small-multiples', 'vergelijking'] as const) {
      expect(JSON.stringify(CHARTS[name](settled, PLAIN).spec)).not.toContain('Open rondje');
    }
  });
});
