import {html, type TemplateResult} from 'lit';
import {euro, sentenceCase} from '../../charts/finance-words.ts';
import {periodTitle} from '../../charts/period.ts';
import {addressOf} from '../address.ts';
import type {OpbrengstAntwoord} from '../api/answers.ts';
import {verdict} from '../rug/verdict.ts';
import type {Financien} from './load.ts';
import {section} from './section.ts';

type Thema = OpbrengstAntwoord['themas'][number];

/** Per theme of the doelenboom the money and what was reached: two columns, no cause. */
export function outcomeSection({opbrengst}: Financien, query: URLSearchParams): TemplateResult {
  const {themas, boekjaar} = opbrengst;
  return section(
    {id: 'opbrengst', titel: 'Wat staat er tegenover het geld?', onder: `Boekjaar ${boekjaar}`},
    html`
      <p>
        Links het geld, rechts de uitkomst. Dit laat niet zien dat het een door het ander komt. We
        vergelijken elke uitkomst met de 0-&NoBreak;meting.
      </p>
      ${
        themas.length === 0
          ? html`<p>Voor deze gemeente zijn geen doelen vastgelegd.</p>`
          : themas.map(
              (thema) =>
                html`<div class="wm-opbrengst">
                  <h3>${thema.titel}</h3>
                  ${money(thema)} ${outcomes(thema, query)}
                </div>`,
            )
      }
    `,
  );
}

function money({posten}: Thema): TemplateResult {
  if (posten.length === 0) {
    return html`<p class="wm-reden">Geen post in de begroting van dit jaar hoort hierbij.</p>`;
  }
  return html`<ul>
    ${posten.map((post) => html`<li>${sentenceCase(post.omschrijving)}: ${amountsOf(post)}</li>`)}
  </ul>`;
}

function amountsOf({kant, begroot_cent, realisatie_cent}: Thema['posten'][number]): string {
  if (kant === 'baten') return `dekking ${euro(begroot_cent)}`;
  const booked =
    realisatie_cent === null ? 'geboekt niet getoond' : `geboekt ${euro(realisatie_cent)}`;
  return `begroot ${euro(begroot_cent)}, ${booked}`;
}

function outcomes({uitkomsten}: Thema, query: URLSearchParams): TemplateResult {
  if (uitkomsten.length === 0) return html`<p class="wm-reden">Nog geen cijfer meet dit.</p>`;
  return html`<ul>
    ${uitkomsten.map(
      ({indicator, titel, woord, periode}) =>
        html`<li>
          ${verdict(woord)}:
          <a href=${addressOf(`/indicator/${indicator}`, query)}>${titel}</a>,
          ${periodTitle(periode)}
        </li>`,
    )}
  </ul>`;
}
