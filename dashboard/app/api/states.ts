import {html, nothing, type TemplateResult} from 'lit';
import type {Loading} from './loading.ts';
import type {AntwoordMislukt} from './problem.ts';

/** Loading with reserved height, the problem with a second try, or the content. */
export function whenLoaded<T>(
  loading: Loading<T>,
  {hoogte, toon}: {hoogte: 'laag' | 'hoog'; toon: (inhoud: T) => TemplateResult},
): TemplateResult {
  if (loading.probleem) return problemMessage(loading.probleem, loading.retry);
  if (loading.inhoud === null) {
    return html`<p class="wm-laden wm-laden--${hoogte}" role="status">Cijfers laden…</p>`;
  }
  return html`<div aria-busy=${loading.bezig ? 'true' : nothing} class="wm-geladen">
    ${toon(loading.inhoud)}
  </div>`;
}

/** What went wrong, in the words of the server, and a button to try again. */
export function problemMessage(probleem: AntwoordMislukt, retry: () => void): TemplateResult {
  if (probleem.code === 'GEEN_PUBLICATIE') {
    return html`<div class="wm-melding" role="status">
      <h2>Er is nog geen publicatie</h2>
      <p>De eerste cijfers komen na de eerste nacht. Daarna ziet u ze hier.</p>
      <button type="button" class="wm-knop" @click=${retry}>Kijk opnieuw</button>
    </div>`;
  }
  return html`<div class="wm-melding wm-melding--fout" role="alert">
    <h2>${probleem.titel}</h2>
    <p>${probleem.message}</p>
    ${
      probleem.fouten.length === 0
        ? nothing
        : html`<ul>
            ${probleem.fouten.map((fout) => html`<li>${fout}</li>`)}
          </ul>`
    }
    <button type="button" class="wm-knop" @click=${retry}>Probeer opnieuw</button>
  </div>`;
}
