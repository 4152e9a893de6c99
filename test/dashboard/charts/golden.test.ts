import {parse, View} from 'vega';
import {expressionInterpreter} from 'vega-interpreter';
import {compile} from 'vega-lite';
import {describe, expect, it} from 'vitest';
import {CHART_NAMES, CHARTS} from '../../../dashboard/charts/catalogue.ts';
import {renderChart} from '../../../dashboard/server/render-chart.ts';
import type {ChartOptions} from '../../../dashboard/charts/chart.ts';
import {chartData} from '../../support/chart-data.ts';

const PLAIN: ChartOptions = {
  breedte: 768,
  gebied: null,
  periode: null,
  kop: true,
  interactief: false,
};

const CASES: [string, keyof typeof CHARTS, Partial<ChartOptions>][] = [
  ...[390, 768, 1440].flatMap((breedte) =>
    CHART_NAMES.map((name): [string, keyof typeof CHARTS, Partial<ChartOptions>] => [
      `${name}-${breedte}`,
      name,
      {breedte},
    ]),
  ),
  ['trend-een-wijk', 'trend-per-wijk', {gebied: 'WK040002'}],
  ['trend-wijk-niet-getoond', 'trend-per-wijk', {gebied: 'WK040001'}],
  ['vergelijking-zonder-kop', 'vergelijking', {kop: false, periode: '2019-K2'}],
];

describe('a chart draws the same picture each time', () => {
  it.each(CASES)('%s', async (file, name, options) => {
    const {spec, omschrijving} = CHARTS[name](await chartData(), {...PLAIN, ...options});
    const svg = await renderChart(spec, omschrijving);

    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      `../../golden/charts/${file}.svg`,
    );
    expect(await renderChart(spec, omschrijving)).toBe(svg);
  });

  it.each([390, 1440])('for how a duration runs off, at %i', async (breedte) => {
    const data = await chartData('doorlooptijd');
    const options = {...PLAIN, breedte, gebied: 'WK040002', periode: '2022-K1'};
    const {spec, omschrijving} = CHARTS.overleving(data, options);
    expect(omschrijving).toMatch(/Nog open: na 1 maand \d+%, na 3 maanden \d+%/);
    const svg = await renderChart(spec, omschrijving);
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      `../../golden/charts/overleving-wijk-${breedte}.svg`,
    );
  });

  it('for teams and for a duration too', async () => {
    const data = await chartData('doorlooptijd', 'team');
    const {spec, omschrijving} = CHARTS['trend-per-wijk'](data, PLAIN);
    const svg = await renderChart(spec, omschrijving);
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      '../../golden/charts/trend-teams.svg',
    );
  });
});

describe('the words of a chart', () => {
  it.each(CHART_NAMES)(
    '%s: question, unit, period and a sentence of what is seen',
    async (name) => {
      const {titel, omschrijving, spec} = CHARTS[name](await chartData(), PLAIN);
      expect(titel).toBe('Hoe vaak verwijzen we door naar de tweede lijn?');
      expect(omschrijving).toContain('per 1.000 inwoners per jaar');
      expect(omschrijving).toMatch(/kwartaal 20\d\d/);
      const svg = await renderChart(spec, omschrijving);
      expect(svg).toContain('per 1.000 inwoners per jaar');
      expect(svg).toMatch(/>[^<]*kwartaal[^<]*</);
    },
  );

  it('say which areas are not shown, never zero or blank', async () => {
    const data = await chartData();
    const texts = async (name: keyof typeof CHARTS) => {
      const {spec, omschrijving} = CHARTS[name](data, PLAIN);
      return renderChart(spec, omschrijving);
    };
    expect(await texts('trend-per-wijk')).toContain("Niet getoond: 't Zand.");
    for (const name of ['vergelijking', 'tegelkaart', 'small-multiples'] as const) {
      expect(await texts(name)).toContain('niet getoond (0–14)');
    }
  });

  it('also stand when nothing may be shown', async () => {
    const data = await chartData();
    const hidden = data.cijfers.map((cijfer) => ({
      ...cijfer,
      waarde: null,
      ondergrens: null,
      bovengrens: null,
      status: 'te_klein' as const,
    }));
    for (const name of CHART_NAMES) {
      const empty = {
        ...data,
        cijfers: hidden,
        gemeenteCijfers: hidden.slice(0, 0),
        nulmetingen: [],
      };
      const {spec, omschrijving} = CHARTS[name](empty, {...PLAIN, periode: '2021-K1'});
      const svg = await renderChart(spec, omschrijving);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(omschrijving).not.toMatch(/undefined|NaN/);
    }
  });
});

describe('the interactive version', () => {
  it.each(CHART_NAMES)('%s runs without eval and draws the same', async (name) => {
    const data = await chartData();
    const still = CHARTS[name](data, PLAIN);
    const {spec} = CHARTS[name](data, {...PLAIN, interactief: true});
    const runtime = parse(compile(spec).spec, undefined, {ast: true});
    const view = new View(runtime, {renderer: 'none', expr: expressionInterpreter});
    const svg = await view.toSVG();
    view.finalize();

    const texts = (from: string) => from.match(/>[^<>]+<\/text>/g);
    expect(texts(svg)).toEqual(texts(await renderChart(still.spec, '')));
  });

  it('has the words of each figure for the pointer', async () => {
    const {spec} = CHARTS['trend-per-wijk'](await chartData(), {...PLAIN, interactief: true});
    expect(JSON.stringify(spec)).toContain(
      '"tekst":"Binnenstad, 3e kwartaal 2022: 16,8 (14,4 tot 19,2)"',
    );
  });
});
