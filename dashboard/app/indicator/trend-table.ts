import {html, type TemplateResult} from 'lit';
import {figureText} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {PlatCijfer} from '../api/answers.ts';
import {columnsOf, findFigure} from './find-figure.ts';
import type {Figuren} from './load-figures.ts';

/**
 * The figures of a chart over time as a table, newest period first; the title names its region. On
 * paper one table is enough for two charts of the same figures.
 */
export function trendTable(
  indicator: Indicator,
  {figuren, titel, opPapier = true}: {figuren: Figuren; titel: string; opPapier?: boolean},
): TemplateResult {
  const areas = columnsOf(figuren);
  return html`<details class="wm-tabel-uit ${opPapier ? '' : 'wm-geen-druk'}">
    <summary>Bekijk deze cijfers als tabel</summary>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: ${titel}">
      <table class="wm-tabel">
        <caption>
          ${indicator.titel}, ${indicator.eenheid}
        </caption>
        <thead>
          <tr>
            <th scope="col">Periode</th>
            ${areas.map(({naam}) => html`<th scope="col" class="wm-getal">${naam}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${figuren.perioden.toReversed().map(
            (periode) =>
              html`<tr>
                <th scope="row">${periodTitle(periode)}</th>
                ${areas.map((gebied) => valueCell(findFigure(figuren, gebied, periode), indicator))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="wm-voetnoot">* Dit cijfer is voorlopig.</p>
  </details>`;
}

/** A value, or the reason why there is none; provisional values say so. */
export function valueCell(cijfer: PlatCijfer | undefined, indicator: Indicator): TemplateResult {
  if (!cijfer) return html`<td class="wm-getal wm-reden">onbekend</td>`;
  const text = figureText(cijfer, indicator);
  if (cijfer.waarde === null) {
    // word joiners: `0–14` stays on one line in a narrow column
    return html`<td class="wm-getal wm-reden">${text.replace('–', '\u2060–\u2060')}</td>`;
  }
  return html`<td class="wm-getal">
    ${text}${cijfer.voorlopig ? html`<abbr title="voorlopig cijfer">*</abbr>` : ''}
  </td>`;
}
