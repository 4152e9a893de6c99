import {html, type TemplateResult} from 'lit';
import {setTitle} from '../page-context.ts';

/** A page of text with one heading. */
export function prose(titel: string, inhoud: TemplateResult): TemplateResult {
  setTitle(titel);
  return html`<article class="wm-proza">
    <h1>${titel}</h1>
    ${inhoud}
  </article>`;
}
