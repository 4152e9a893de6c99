import {z} from 'zod';
import {EFFECT_CHARTS, EFFECT_CHART_NAMES} from '../../charts/effect-catalogue.ts';
import {effect} from '../effect-schemas.ts';
import type {Effects} from '../effects.ts';
import {checkGemeente, findIndicator, oneGemeente} from '../figure-question.ts';
import {chartWidth} from '../chart-width.ts';
import {renderChart} from '../render-chart.ts';
import {publicationRoute} from '../route.ts';
import type {Publication} from '../source.ts';

const gemeente = z
  .string()
  .optional()
  .meta({description: 'Code van de gemeente. Verplicht als er meer dan één gemeente is.'});
const indicator = z.string().meta({description: 'Id van de indicator, zie /indicatoren.'});

/** What the teams of a gemeente changed, held against wijken that had not started. */
export function effectRoute(effects: Effects) {
  return publicationRoute({
    path: '/effecten/:indicator',
    naam: 'effect',
    samenvatting: 'Wat de teams veranderden: waargenomen tegenover verwacht, met onzekerheid.',
    query: z.object({gemeente}),
    params: z.object({indicator}),
    antwoord: z.object({publicatie: z.string(), effect}),
    vormen: ['json'],
    alsoCheck: (publication, query) => checkGemeente(publication, query['gemeente']),
    async answer(publication, query, params) {
      const code = oneGemeente(publication, query.gemeente);
      const found = await effects.effect(publication, params.indicator, code);
      return {soort: 'json', inhoud: {publicatie: publication.manifest.id, effect: found}};
    },
  });
}

/** A chart of an effect as SVG; its figures are in the answer of the effect itself. */
export function effectChartRoute(effects: Effects) {
  return publicationRoute({
    path: '/effecten/:indicator/:grafiek.svg',
    naam: 'effectGrafiek',
    samenvatting: 'Een grafiek van een effect als SVG.',
    query: z.object({gemeente, ...chartWidth}),
    params: z.object({indicator, grafiek: z.enum(EFFECT_CHART_NAMES)}),
    antwoord: z.string(),
    vormen: ['svg'],
    alsoCheck: (publication, query) => checkGemeente(publication, query['gemeente']),
    async answer(publication, query, params) {
      const code = oneGemeente(publication, query.gemeente);
      const found = await effects.effect(publication, params.indicator, code);
      const chart = EFFECT_CHARTS[params.grafiek](
        {
          indicator: findIndicator(publication, params.indicator),
          gemeente: nameOf(publication, code),
          effect: found,
        },
        {breedte: Number(query.breedte), kop: query.kop === 'ja'},
      );
      return {soort: 'svg', svg: await renderChart(chart.spec, chart.omschrijving)};
    },
  });
}

function nameOf({manifest}: Publication, code: string): string {
  return manifest.gemeenten.find((one) => one.code === code)?.naam ?? code;
}
