import {html, type TemplateResult} from 'lit';
import type {Option} from './indicator/options.ts';
import {navigate, sameAddress} from './router.ts';

/** A select whose value stands in the address under its name. */
export interface Choice {
  naam: string;
  titel: string;
  gekozen: string;
  opties: readonly Option[];
}

/** A choice with its label; a change is a step that back undoes. */
export function choice({naam, titel, gekozen, opties}: Choice): TemplateResult {
  return html`<label class="wm-filter">
    <span>${titel}</span>
    <select class="wm-keuze" name=${naam} .value=${gekozen} @change=${change}>
      ${opties.map(
        (optie) =>
          html`<option value=${optie.waarde} ?selected=${optie.waarde === gekozen}>
            ${optie.titel}
          </option>`,
      )}
    </select>
  </label>`;
}

function change({target}: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const {name, value} = target;
  // a split and one value of the same dimension can't go together; a wijk is no team
  const also: Record<string, null> =
    name === 'uitsplitsen' ? {[value]: null} : name === 'niveau' ? {gebied: null} : {};
  navigate(sameAddress({...also, [name]: value}));
}
