import {html, nothing, type TemplateResult} from 'lit';
import type {Overzicht} from '../api/answers.ts';

/** Goals that no figure of the registration measures. Saying nothing would hide them. */
export function unmeasured({zonder_cijfer}: Overzicht): TemplateResult | typeof nothing {
  if (zonder_cijfer.length === 0) return nothing;
  const themas = [...new Set(zonder_cijfer.map(({thema}) => thema))];
  return html`<details class="wm-zonder">
    <summary>Doelen zonder cijfer (${zonder_cijfer.length})</summary>
    <dl class="wm-feiten">
      ${themas.map(
        (thema) =>
          html`<div>
            <dt>${thema}</dt>
            <dd>
              <ul>
                ${zonder_cijfer
                  .filter((one) => one.thema === thema)
                  .map(
                    ({effect, extern}) =>
                      html`<li>${effect} <em>Nog geen indicator.</em>${others(extern)}</li>`,
                  )}
              </ul>
            </dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

function others(extern: string): string {
  return extern === '' ? '' : ` Een ander cijfer zegt er wel iets over: ${extern}.`;
}
