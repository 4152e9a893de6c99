import {html, nothing, type TemplateResult} from 'lit';
import {formatNumber} from '../../charts/figure-text.ts';
import {euroShort, lookTitle, METHODE_TITELS} from '../../charts/finance-words.ts';
import type {Terugtoets} from '../../../queries/contract/finance.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {share} from './cells.ts';
import type {Financien} from './load.ts';
import {section} from './section.ts';

/** How good earlier forecasts at this month were, beside two simple sums. */
export function backtestSection({prognose}: Financien): TemplateResult {
  const {terugtoets, peilmaand} = prognose;
  const now = terugtoets.filter((row) => row.peilmaand === peilmaand);
  const chosen = now.find(({gekozen}) => gekozen);
  const heading = {id: 'terugtoets', titel: 'Hoe goed waren eerdere prognoses?', onder: ''};
  if (chosen === undefined || chosen.aantal === 0) {
    return section(
      heading,
      html`<p>Er zijn nog geen jaren voorbij. We kunnen prognoses nog niet toetsen.</p>`,
    );
  }
  return section(
    heading,
    html`
      <p>
        We deden elke prognose over, met alleen wat toen bekend was. Daarna keken we wat het werd.
        ${
          chosen.methode === 'model'
            ? 'Het model zat er minder naast dan twee simpele sommen.'
            : 'Het model was niet beter dan een simpele som. Daarom tonen we die som.'
        }
      </p>
      ${backtestTable(now)} ${bandWords(chosen, terugtoets)}
      <details class="wm-tabel-uit">
        <summary>Bekijk de andere maanden</summary>
        ${[...new Set(terugtoets.map((row) => row.peilmaand))]
          .filter((month) => month !== peilmaand)
          .map((month) => {
            const rows = terugtoets.filter((row) => row.peilmaand === month);
            return rows.length === 0
              ? nothing
              : html`<h3>${monthTitle(month)}</h3>
                  ${backtestTable(rows)}`;
          })}
      </details>
    `,
  );
}

/** Where the margins come from, and how often the provisional ones were right. */
function bandWords(
  row: Terugtoets,
  terugtoets: readonly Terugtoets[],
): TemplateResult | typeof nothing {
  if (row.dekking80 === null) return nothing;
  return html`<p class="wm-onder">
    ${
      row.dekking80_fouten === null
        ? nothing
        : 'De marges volgen uit de fouten van eerdere prognoses. We toetsen elk jaar met de fouten van de andere jaren.'
    }
    ${provisionalWords(terugtoets, row.peilmaand)}
  </p>`;
}

/** How often the provisional margins at this month held the outcome; empty where nothing is known. */
export function provisionalWords(terugtoets: readonly Terugtoets[], peilmaand: number): string {
  const row = terugtoets.find((one) => one.peilmaand === peilmaand && one.methode === 'model');
  if (row === undefined || row.dekking80 === null) return '';
  return `Van de voorlopige marges van 80% was ${formatNumber(100 * row.dekking80, 0)}% goed.`;
}

function monthTitle(peilmaand: number): string {
  const name = lookTitle(2000, peilmaand).replace(/ 2000$/, '');
  return `Tot en met ${name}`;
}

function backtestTable(rows: readonly Terugtoets[]): TemplateResult {
  return plainTable(
    `eerdere prognoses ${monthTitle(rows[0]?.peilmaand ?? 0).toLowerCase()}`,
    [
      'Zo voorspeld',
      'Aantal',
      'Gemiddeld te hoog',
      'Gemiddeld ernaast',
      'Binnen de 80%',
      'Binnen de 95%',
      'Score van de marge',
      'Gebruikt',
    ],
    rows.map((row): TableCell[] => [
      METHODE_TITELS[row.methode],
      {getal: String(row.aantal)},
      share(row.bias),
      share(row.mape),
      share(row.dekking80_fouten ?? row.dekking80),
      share(row.dekking95_fouten ?? row.dekking95),
      {getal: row.wis_cent === null ? 'n.v.t.' : euroShort(row.wis_cent)},
      row.gekozen ? 'ja' : 'nee',
    ]),
  );
}
