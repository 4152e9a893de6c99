import {html, nothing, type TemplateResult} from 'lit';
import {openAt, percentText} from '../../charts/overleving.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Overlevingscurve} from '../../../queries/contract/figure.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import '../chart/grafiek.ts';
import type {Figuren} from './load-figures.ts';
import {chartQuestion, type Vraag} from './question.ts';

const MONTHS = [1, 2, 3, 6, 9, 12, 18, 24] as const;
const DAYS_PER_MONTH = 365.25 / 12;

/** How a duration runs off: the part still open after so many months, as a chart and as a table. */
export function overleving(
  indicator: Indicator,
  {figuren, vraag}: {figuren: Figuren; vraag: Vraag},
): TemplateResult | typeof nothing {
  const {curven, gemeente, gebieden, periode} = figuren;
  if (curven.length === 0) return nothing;
  const own = gebieden.find(({code}) => code === vraag.gebied) ?? gemeente;
  const find = (code: string, when: string) =>
    curven.find((curve) => curve.gebied === code && curve.periode === when);
  const columns = [
    {naam: own.naam, curve: find(own.code, periode)},
    {naam: `${own.naam}, 0-\u2060meting`, curve: find(own.code, 'nulmeting')},
    ...(own === gemeente ? [] : [{naam: gemeente.naam, curve: find(gemeente.code, periode)}]),
  ];
  return html`<section class="wm-deel">
    <h2>Hoe lang blijft iets open?</h2>
    <p class="wm-onder">procent nog open · ${own.naam} · ${periodTitle(periode)}</p>
    <wm-grafiek
      class="wm-grafiek wm-grafiek--overleving"
      .naam=${'overleving'}
      .vraag=${{...chartQuestion(vraag), periode}}
    ></wm-grafiek>
    <details class="wm-tabel-uit">
      <summary>Bekijk deze cijfers als tabel</summary>
      <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: hoe lang blijft iets open">
        <table class="wm-tabel">
          <caption>
            ${indicator.titel}, procent nog open
          </caption>
          <thead>
            <tr>
              <th scope="col">Na</th>
              ${columns.map(({naam}) => html`<th scope="col" class="wm-getal">${naam}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${MONTHS.map(
              (months) =>
                html`<tr>
                  <th scope="row">${months} ${months === 1 ? 'maand' : 'maanden'}</th>
                  ${columns.map(({curve}) => openCell(curve, months))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="wm-voetnoot">Een stap telt minstens vijf mensen. Daarna tonen we niets.</p>
    </details>
  </section>`;
}

function openCell(curve: Overlevingscurve | undefined, months: number): TemplateResult {
  const open = openAt(curve?.punten ?? [], Math.round(months * DAYS_PER_MONTH));
  return open === null
    ? html`<td class="wm-getal wm-reden">niet getoond</td>`
    : html`<td class="wm-getal">${percentText(open)}</td>`;
}
