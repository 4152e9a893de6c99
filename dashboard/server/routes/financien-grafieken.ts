import {z} from 'zod';
import {FINANCE_CHART_NAMES, FINANCE_CHARTS} from '../../charts/finance-catalogue.ts';
import {chartWidth} from '../chart-width.ts';
import {financeChartData} from '../finance-chart-data.ts';
import {
  areaParameters,
  budgetParameter,
  checkFinance,
  lookParameters,
} from '../finance-question.ts';
import {renderChart} from '../render-chart.ts';
import {publicationRoute} from '../route.ts';

/** A chart about money as SVG; its figures are in the other answers about money. */
export const financienGrafiekRoute = publicationRoute({
  path: '/financien/grafieken/:grafiek.svg',
  naam: 'financienGrafiek',
  samenvatting: 'Een grafiek over geld als SVG.',
  query: lookParameters.extend({...areaParameters, ...budgetParameter, ...chartWidth}),
  params: z.object({grafiek: z.enum(FINANCE_CHART_NAMES)}),
  antwoord: z.string(),
  vormen: ['svg'],
  alsoCheck: checkFinance,
  async answer(publication, query, {grafiek}) {
    const {spec, omschrijving} = FINANCE_CHARTS[grafiek](financeChartData(publication, query), {
      breedte: Number(query.breedte),
      kop: query.kop === 'ja',
    });
    return {soort: 'svg', svg: await renderChart(spec, omschrijving)};
  },
});
