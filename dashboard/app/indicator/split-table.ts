import {html, nothing, type TemplateResult} from 'lit';
import {unitAndCell} from '../../charts/cell-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {columnsOf} from './find-figure.ts';
import type {Figuren} from './load-figures.ts';
import {chosenCell} from './question.ts';
import {valueCell} from './trend-table.ts';

/** One period split by the nodes of a dimension; a small group stays hidden here too. */
export function splitTable(
  indicator: Indicator,
  figuren: Figuren,
): TemplateResult | typeof nothing {
  const dimension = indicator.uitsplitsingen.find(({id}) => id === figuren.vraag.uitsplitsen);
  if (!dimension) return nothing;
  const areas = columnsOf(figuren);
  const what = unitAndCell(indicator, chosenCell(indicator, figuren.vraag));
  const label = `Uitgesplitst naar ${dimension.titel.toLowerCase()}`;
  return html`<section class="wm-deel">
    <h2>${label}</h2>
    <p class="wm-onder">${what} · ${periodTitle(figuren.periode)}</p>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: ${label}">
      <table class="wm-tabel">
        <caption class="wm-alleen-voorlezen">
          ${label}, ${indicator.eenheid}
        </caption>
        <thead>
          <tr>
            <th scope="col">${dimension.titel}</th>
            ${areas.map(({naam}) => html`<th scope="col" class="wm-getal">${naam}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${dimension.knopen.map(
            (knoop) =>
              html`<tr>
                <th scope="row">${knoop.titel}</th>
                ${areas.map((gebied) =>
                  valueCell(
                    figuren.uitgesplitst.find(
                      (one) =>
                        one.gebied === gebied.code &&
                        one.niveau === gebied.niveau &&
                        one[dimension.id] === knoop.id,
                    ),
                    indicator,
                  ),
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
