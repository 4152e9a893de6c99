import {html, nothing, type TemplateResult} from 'lit';
import {formatNumber} from '../../charts/figure-text.ts';
import type {LeveringSamenvatting, Manifest} from '../../../queries/contract.ts';
import {dayText} from '../dutch-date.ts';

const MOST = 12;

/** Which deliveries the figures rest on, newest first, with what was left out. */
export function lineage(manifest: Manifest, gemeente: string): TemplateResult {
  const own = manifest.leveringen
    .filter((one) => one.gemeente === gemeente)
    .toSorted((a, b) => (a.aangemaakt_op < b.aangemaakt_op ? 1 : -1));
  return html`<section class="wm-deel">
    <h2>Waar komen de cijfers vandaan?</h2>
    <details>
      <summary>Bekijk de leveringen (${own.length})</summary>
      ${
        own.length === 0
          ? html`<p>Er is voor deze gemeente nog niets geleverd.</p>`
          : deliveries(own.slice(0, MOST))
      }
      ${
        own.length > MOST
          ? html`<p>U ziet de nieuwste ${MOST} van ${own.length} leveringen.</p>`
          : nothing
      }
    </details>
  </section>`;
}

function deliveries(leveringen: readonly LeveringSamenvatting[]): TemplateResult {
  return html`<div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: leveringen">
    <table class="wm-tabel">
      <thead>
        <tr>
          <th scope="col">Bron</th>
          <th scope="col">Periode</th>
          <th scope="col">Gemaakt op</th>
          <th scope="col" class="wm-getal">Rijen gebruikt</th>
          <th scope="col" class="wm-getal">Rijen afgewezen</th>
          <th scope="col">Controlegetal</th>
        </tr>
      </thead>
      <tbody>
        ${leveringen.map(
          (one) =>
            html`<tr>
              <th scope="row">${one.bron}</th>
              <td>${dayText(one.periode_van)} tot en met ${dayText(one.periode_tot)}</td>
              <td>${dayText(one.aangemaakt_op)}</td>
              <td class="wm-getal">${formatNumber(one.geladen, 0)}</td>
              <td class="wm-getal">${formatNumber(one.afgewezen, 0)}</td>
              <td><span class="wm-code">${one.sha256.slice(0, 12)}</span></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
