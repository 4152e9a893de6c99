import {html, nothing, type TemplateResult} from 'lit';
import {periodTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Overzicht, RugRij} from '../api/answers.ts';
import {addressOf} from '../address.ts';
import {rugCell} from './cell.ts';
import {comparisonWords} from './comparison.ts';

/** The rug: indicators by theme in the rows, the gemeente and its teams or wijken in the columns. */
export function rug(overzicht: Overzicht, query: URLSearchParams): TemplateResult {
  const {gebieden, rijen, niveau, vergelijking} = overzicht;
  const what = niveau === 'wijk' ? 'wijken' : 'teams';
  return html`<div
    class="wm-rol"
    role="region"
    tabindex="0"
    aria-label="Tabel: cijfers van de gemeente en de ${what}"
  >
    <table class="wm-rug wm-rug--${niveau}">
      <caption class="wm-alleen-voorlezen">
        Elk cijfer met zijn oordeel, vergeleken met ${comparisonWords(vergelijking).met}.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="wm-rug__hoek">Wat we meten</th>
          ${gebieden.map(
            ({naam, niveau: level, code}) =>
              html`<th scope="col" class="wm-rug__gebied wm-rug__gebied--${level}">
                ${level === 'gemeente' ? naam : html`<a href=${addressOf(`/wijk/${code}`, query)}>${naam}</a>`}
              </th>`,
          )}
        </tr>
      </thead>
      ${themes(rijen).map(
        ([thema, rows]) =>
          html`<tbody>
            <tr class="wm-rug__thema">
              <th scope="rowgroup" colspan=${gebieden.length + 1}><span>${thema}</span></th>
            </tr>
            ${rows.map((rij) => row(rij, {gebieden, query, niveau}))}
          </tbody>`,
      )}
    </table>
  </div>`;
}

interface RowPlace {
  gebieden: readonly Gebied[];
  query: URLSearchParams;
  niveau: string;
}

function row(rij: RugRij, {gebieden, query, niveau}: RowPlace): TemplateResult {
  const path = `/indicator/${rij.indicator}`;
  return html`<tr>
    <th scope="row" class="wm-rug__naam">
      <a href=${addressOf(path, query, {niveau})} title=${rij.effect || nothing}>${rij.titel}</a>
      <span class="wm-rug__eenheid">${rowFacts(rij)}</span>
    </th>
    ${gebieden.map((gebied) => {
      const cel = rij.cellen.find(
        (one) => one.gebied === gebied.code && one.niveau === gebied.niveau,
      );
      const own = gebied.niveau === 'gemeente' ? null : gebied.code;
      return rugCell(cel, {rij, href: addressOf(path, query, {niveau, gebied: own})});
    })}
  </tr>`;
}

/** Which part, unit and period all cells of a row share. */
function rowFacts({onderdeel, eenheid, periode}: RugRij): string {
  return [onderdeel, eenheid, periodTitle(periode)].filter((part) => part !== '').join(', ');
}

/** Rows by theme, in the order in which the gemeente wrote its goals. */
function themes(rijen: readonly RugRij[]): [string, RugRij[]][] {
  const groups = new Map<string, RugRij[]>();
  for (const rij of rijen) groups.set(rij.thema, [...(groups.get(rij.thema) ?? []), rij]);
  return [...groups];
}
