import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatNumber} from '../../charts/figure-text.ts';
import type {Publicatiekop} from '../../../queries/contract/publication.ts';
import type {LeveringSamenvatting} from '../../../queries/contract/quality.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {dayText} from '../dutch-date.ts';
import {LightElement} from '../light-element.ts';

const MOST = 12;

interface Leveringen {
  leveringen: LeveringSamenvatting[];
}

/** Which deliveries the figures rest on, newest first; loaded when somebody opens the list. */
@customElement('wm-herkomst')
export class WmHerkomst extends LightElement {
  @property({attribute: false}) gemeente!: Publicatiekop['gemeenten'][number];
  @property() publicatie = '';
  @state() private opened = false;
  private readonly leveringen = new Loading<Leveringen>(this);

  protected override willUpdate(): void {
    if (!this.opened) return;
    const {gemeente, publicatie} = this;
    const address = apiAddress('/leveringen', {gemeente: gemeente.code, publicatie});
    this.leveringen.run(address, (signal) =>
      fetchAnswer(address, withFields<Leveringen>('leveringen'), signal),
    );
  }

  protected override render(): TemplateResult {
    const count = this.gemeente.leveringen;
    return html`<section class="wm-deel">
      <h2>Waar komen de cijfers vandaan?</h2>
      <p class="wm-alleen-druk">
        De cijfers komen uit ${count} leveringen. De lijst staat op de pagina zelf.
      </p>
      <details class="wm-geen-druk" @toggle=${() => (this.opened = true)}>
        <summary>Bekijk de leveringen (${count})</summary>
        ${
          count === 0
            ? html`<p>Er is voor deze gemeente nog niets geleverd.</p>`
            : whenLoaded(this.leveringen, {
                hoogte: 'laag',
                toon: ({leveringen}) => deliveries(leveringen.slice(0, MOST)),
              })
        }
        ${count > MOST ? html`<p>U ziet de nieuwste ${MOST} van ${count} leveringen.</p>` : nothing}
      </details>
    </section>`;
  }
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
