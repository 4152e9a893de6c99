import {html, nothing, type TemplateResult} from 'lit';
import type {FinanceChartName} from '../../charts/finance-catalogue.ts';
import '../chart/grafiek.ts';
import type {Geldvraag} from './load.ts';

/** A part of the page: a question, what it is about, the content. */
export function section(
  {id, titel, onder}: {id: string; titel: string; onder: string},
  content: TemplateResult,
): TemplateResult {
  return html`<section class="wm-deel" id=${id}>
    <h2>${titel}</h2>
    ${onder === '' ? nothing : html`<p class="wm-onder">${onder}</p>`} ${content}
  </section>`;
}

/** A chart about money as the server draws it. */
export function moneyChart(naam: FinanceChartName, vraag: Geldvraag): TemplateResult {
  return html`<wm-grafiek
    class="wm-grafiek wm-grafiek--${naam}"
    pad="/financien/grafieken"
    .naam=${naam}
    .vraag=${vraag}
  ></wm-grafiek>`;
}

/** The figures of a chart, opened on demand. */
export function asTable(table: TemplateResult): TemplateResult {
  return html`<details class="wm-tabel-uit">
    <summary>Bekijk deze cijfers als tabel</summary>
    ${table}
  </details>`;
}
