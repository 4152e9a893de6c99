import {html, nothing, type TemplateResult} from 'lit';
import type {ChartName} from '../../charts/catalogue.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import '../chart/grafiek.ts';
import {compareTable} from './compare-table.ts';
import type {Figuren} from './load-figures.ts';
import {overleving} from './overleving.ts';
import {chartQuestion, subtitle, type Vraag} from './question.ts';
import {trendTable} from './trend-table.ts';

const OVER_TIME = {
  gemeente: 'Door de tijd',
  team: 'Elk team door de tijd',
  wijk: 'Elke wijk door de tijd',
} as const;

/** The charts of the page, each with its unit, period and a table of the same figures. */
export function charts(
  indicator: Indicator,
  {figuren, vraag}: {figuren: Figuren; vraag: Vraag},
): TemplateResult {
  const {perioden, periode, voorlopigVanaf} = figuren;
  if (perioden.length === 0) {
    return html`<p class="wm-melding" role="status">Voor deze keuze zijn er geen cijfers.</p>`;
  }
  const van = periodTitle(perioden[0] ?? '');
  const over = subtitle(indicator, vraag, null);
  const time = `${over}, ${van} tot en met ${periodTitle(perioden.at(-1) ?? '')}`;
  const moment = subtitle(indicator, vraag, periodTitle(periode));
  const isSingle = vraag.niveau === 'gemeente';
  return html`
    <section class="wm-deel">
      <h2>${OVER_TIME[vraag.niveau]}</h2>
      <p class="wm-onder">${time}</p>
      <div class=${isSingle ? '' : 'wm-breed'}>${chart('trend-per-wijk', vraag)}</div>
      ${isSingle ? nothing : html`<div class="wm-smal">${chart('small-multiples', vraag)}</div>`}
      ${provisionalNote(voorlopigVanaf)}
      ${trendTable(indicator, {figuren, titel: OVER_TIME[vraag.niveau]})}
    </section>
    ${overleving(indicator, {figuren, vraag})}
    ${
      isSingle
        ? nothing
        : html`<section class="wm-deel wm-breed">
            <h2>Naast elkaar op één schaal</h2>
            <p class="wm-onder">${time}</p>
            ${chart('small-multiples', vraag, {zonderZin: true})}
            ${trendTable(indicator, {figuren, titel: 'naast elkaar', opPapier: false})}
          </section>`
    }
    <section class="wm-deel">
      <h2>${isSingle ? 'Het laatste cijfer' : 'De verschillen tussen gebieden'}</h2>
      <p class="wm-onder">${moment}</p>
      ${isSingle ? nothing : chart('vergelijking', vraag, {periode})}
      ${compareTable(indicator, {figuren, titel: 'verschillen tussen gebieden'})}
    </section>
    ${
      vraag.niveau === 'wijk'
        ? html`<section class="wm-deel">
            <h2>Op de kaart</h2>
            <p class="wm-onder">${moment}. De wijken liggen ongeveer zoals op de kaart.</p>
            ${chart('tegelkaart', vraag, {periode})}
            <details class="wm-tabel-uit wm-geen-druk">
              <summary>Bekijk deze cijfers als tabel</summary>
              ${compareTable(indicator, {figuren, titel: 'op de kaart'})}
            </details>
          </section>`
        : nothing
    }
  `;
}

/** Late records still come in: a fall at the end of a line may be only that. */
function provisionalNote(vanaf: string | null): TemplateResult | typeof nothing {
  if (vanaf === null) return nothing;
  return html`<p class="wm-voetnoot">
    Let op: cijfers vanaf ${periodTitle(vanaf)} zijn voorlopig. Ze veranderen nog, soms veel.
  </p>`;
}

function chart(
  naam: ChartName,
  vraag: Vraag,
  {periode = null, zonderZin = false}: {periode?: string | null; zonderZin?: boolean} = {},
): TemplateResult {
  return html`<wm-grafiek
    class="wm-grafiek wm-grafiek--${naam}"
    .naam=${naam}
    .zonderZin=${zonderZin}
    .vraag=${{...chartQuestion(vraag), periode}}
  ></wm-grafiek>`;
}
