import {html, type TemplateResult} from 'lit';
import type {Privacytoets} from '../../../queries/contract/publication.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {momentText} from '../dutch-date.ts';
import {LightElement} from '../light-element.ts';

interface ToetsAntwoord {
  publicatie: string | null;
  toets: Privacytoets | null;
}

/** How the current publication was attacked before it went online, and what came of it. */
class PrivacytoetsElement extends LightElement {
  private readonly loading = new Loading<ToetsAntwoord>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.loading.run('privacytoets', (signal) =>
      fetchAnswer(
        apiAddress('/privacytoets', {}),
        withFields<ToetsAntwoord>('publicatie', 'toets'),
        signal,
      ),
    );
  }

  protected override render(): TemplateResult {
    return whenLoaded(this.loading, {
      hoogte: 'hoog',
      toon: ({toets}) => (toets === null ? NOT_YET : outcome(toets)),
    });
  }
}

const NOT_YET = html`<p role="status">
  De toets van deze publicatie loopt nog. Dat mag alleen bij verzonnen gegevens. Kijk over enkele
  minuten opnieuw. Blijft dit hier staan? Dan moet de beheerder de toets opnieuw draaien.
</p>`;

function outcome({geslaagd, gemaakt_op, resultaten}: Privacytoets): TemplateResult {
  return html`
    <p>
      ${
        geslaagd
          ? 'Deze publicatie hield stand tegen elke aanval.'
          : 'Deze publicatie hield niet stand tegen elke aanval. Gebruik deze cijfers niet.'
      }
      De toets is van ${momentText(gemaakt_op)}.
    </p>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: uitslag van de privacytoets">
      <table class="wm-tabel">
        <caption class="wm-alleen-voorlezen">
          Uitslag van de privacytoets
        </caption>
        <thead>
          <tr>
            <th scope="col">Aanval</th>
            <th scope="col">Wat we probeerden</th>
            <th scope="col">Grens</th>
            <th scope="col">Uitslag</th>
          </tr>
        </thead>
        <tbody>
          ${resultaten.map(
            ({id, poging, grens, geslaagd: held}) =>
              html`<tr>
                <th scope="row">${id}</th>
                <td>${poging}</td>
                <td>${grens}</td>
                <td>${held ? 'gehaald' : 'niet gehaald'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

customElements.define('wm-privacytoets', PrivacytoetsElement);
