import {z} from 'zod';
import type {VraagFout} from '../../../queries/errors.ts';
import {CHART_NAMES, CHARTS, type ChartName} from '../../charts/catalogue.ts';
import type {Chart} from '../../charts/chart.ts';
import {chartData, withSignals} from '../chart-data.ts';
import {chartWidth} from '../chart-width.ts';
import {checkFigureQuestion, figureParameters} from '../figure-question.ts';
import {renderChart} from '../render-chart.ts';
import {publicationRoute} from '../route.ts';
import type {Publication} from '../source.ts';

const chartParameters = figureParameters.omit({uitsplitsen: true}).extend({
  periode: z.string().optional().meta({
    description: 'De periode van vergelijking en tegelkaart. Zonder: de laatste complete.',
  }),
  ...chartWidth,
});

const params = z.object({grafiek: z.enum(CHART_NAMES)});

/** A chart as SVG: first paint, print and download. */
export const grafiekRoute = publicationRoute({
  path: '/grafieken/:grafiek.svg',
  naam: 'grafiek',
  samenvatting: 'Een grafiek als SVG.',
  query: chartParameters,
  params,
  antwoord: z.string(),
  vormen: ['svg'],
  alsoCheck: checkChartQuestion,
  async answer(publication, query, {grafiek}) {
    const order = {grafiek, interactief: false};
    const {spec, omschrijving} = await makeChart(publication, query, order);
    return {soort: 'svg', svg: await renderChart(spec, omschrijving)};
  },
});

/** The same chart as Vega-Lite specification, for the interactive version. */
export const grafiekSpecRoute = publicationRoute({
  path: '/grafieken/:grafiek.json',
  naam: 'grafiekSpec',
  samenvatting: 'Dezelfde grafiek als Vega-Lite-specificatie, met titel en omschrijving.',
  query: chartParameters,
  params,
  antwoord: z.object({
    publicatie: z.string(),
    titel: z.string(),
    omschrijving: z.string(),
    spec: z.record(z.string(), z.unknown()),
  }),
  vormen: ['json'],
  alsoCheck: checkChartQuestion,
  async answer(publication, query, {grafiek}) {
    const chart = await makeChart(publication, query, {grafiek, interactief: true});
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, ...chart}};
  },
});

async function makeChart(
  publication: Publication,
  query: z.output<typeof chartParameters>,
  {grafiek, interactief}: {grafiek: ChartName; interactief: boolean},
): Promise<Chart> {
  const {breedte, kop, gebied = null, periode = null} = query;
  const plain = await chartData(publication, query);
  const data = grafiek === 'signalen' ? await withSignals(publication, plain, gebied) : plain;
  const options = {breedte: Number(breedte), kop: kop === 'ja', gebied, periode, interactief};
  return CHARTS[grafiek](data, options);
}

function checkChartQuestion(
  publication: Publication,
  query: Readonly<Record<string, string>>,
): VraagFout[] {
  const fouten = checkFigureQuestion(publication, query, ['periode', 'breedte', 'kop']);
  if (query['uitsplitsen'] === undefined) return fouten;
  return [
    {veld: 'uitsplitsen', melding: 'Een grafiek splitst niet uit. Kies één waarde.'},
    ...fouten,
  ];
}
