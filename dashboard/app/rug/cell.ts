import {html, nothing, type TemplateResult} from 'lit';
import {figureText, intervalText} from '../../charts/figure-text.ts';
import type {RugCel, RugRij} from '../api/answers.ts';
import {shortUnit} from './short-unit.ts';
import {toonOf, verdict} from './verdict.ts';

/** One cell of the rug: value with unit, verdict in colour, symbol and word, or why there is none. */
export function rugCell(
  cel: RugCel | undefined,
  {rij, href}: {rij: RugRij; href: string},
): TemplateResult {
  if (!cel) return html`<td class="wm-cel wm-cel--geen">onbekend</td>`;
  if (cel.waarde === null) {
    const hidden = ['te_klein', 'dominantie', 'groep', 'wacht'].includes(cel.status);
    return html`<td class="wm-cel wm-cel--${hidden ? 'verborgen' : 'geen'}">
      <span class="wm-cel__reden">${figureText(cel, rij)}</span>
    </td>`;
  }
  const unit = shortUnit(rij.eenheid);
  const marge = intervalText(cel, rij);
  // The row header is the way in for the keyboard; a link in each cell would be a hundred tab stops.
  return html`<td class="wm-cel wm-cel--${toonOf(cel.woord)}">
    <a class="wm-cel__link" href=${href} tabindex="-1" title=${cel.zin}>
      <span class="wm-cel__waarde">${figureText(cel, rij)}</span>
      ${unit === '' ? nothing : html`<span class="wm-cel__eenheid">${unit}</span>`}
      ${marge === '' ? nothing : html`<span class="wm-cel__marge">${marge}</span>`}
      ${verdict(cel.woord)}
      ${cel.voorlopig ? html`<span class="wm-cel__voorlopig">voorlopig</span>` : nothing}
    </a>
  </td>`;
}
