import {html, type TemplateResult} from 'lit';
import {moneyAddress, type Geldvraag} from './load.ts';
import {section} from './section.ts';

const TABELLEN = [
  ['begroting', 'Begroting per post en versie'],
  ['prognose', 'Stand en prognose per post'],
  ['verschillen', 'Oorzaken van het verschil'],
  ['wijkbudget', 'Verdeling van het budget'],
] as const;

const VORMEN = [
  ['xlsx', 'Excel'],
  ['csv-excel', 'CSV voor Excel'],
  ['csv', 'CSV (open)'],
  ['json', 'JSON'],
  ['arrow', 'Arrow'],
] as const;

/** The same figures in every format; the workbook has a sheet of definitions. */
export function downloadSection(
  vraag: Geldvraag,
  {plaats, publicatie}: {plaats: string; publicatie: string},
): TemplateResult {
  return section(
    {id: 'meenemen', titel: 'Cijfers meenemen', onder: ''},
    html`
      <ul class="wm-geldtabellen wm-geen-druk">
        ${TABELLEN.map(
          ([naam, titel]) =>
            html`<li>
              <span>${titel}</span>
              ${VORMEN.map(
                ([vorm, wat]) =>
                  html`<a
                    download
                    href=${moneyAddress(naam, {...vraag, publicatie}, vorm)}
                    aria-label=${`${titel}, ${wat}`}
                    >${wat}</a
                  >`,
              )}
            </li>`,
        )}
      </ul>
      <p class="wm-onder">
        Bedragen van de hele gemeente zijn exact. Ze zijn niet gecorrigeerd voor loon- en
        prijsstijging. Een verwachting staat in hele duizenden euro’s.
      </p>
      <p class="wm-bron">Bron: Wijkmonitor ${plaats}, publicatie ${publicatie}.</p>
    `,
  );
}
