import {html, type TemplateResult} from 'lit';
import {periodTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract.ts';
import type {Overzicht, RugRij} from '../api/answers.ts';
import {addressOf} from '../address.ts';
import {rugCell} from './cell.ts';

/** The rug: indicators by theme in the rows, the gemeente and its teams or wijken in the columns. */
export function rug(overzicht: Overzicht, query: URLSearchParams): TemplateResult {
  const {gebieden, rijen, niveau} = overzicht;
  const what = niveau === 'wijk' ? 'wijken' : 'teams';
  return html`<div
    class="wm-rol"
    role="region"
    tabindex="0"
    aria-label="Tabel: cijfers van de gemeente en de ${what}"
  >
    <table class="wm-rug wm-rug--${niveau}">
      <caption class="wm-alleen-voorlezen">
        Elk cijfer met zijn oordeel tegen de 0-meting, voor de gemeente en de ${what}.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="wm-rug__hoek">Wat we meten</th>
          ${gebieden.map(
            ({naam, niveau: level}) =>
              html`<th scope="col" class="wm-rug__gebied wm-rug__gebied--${level}">${naam}</th>`,
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
      <a href=${addressOf(path, query, {niveau})}>${rij.titel}</a>
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

/** What people notice first comes first; a theme that is not named here comes after these. */
const THEMES = ['Toegang', 'Ondersteuning', 'Gezondheid', 'Werkdruk'];

/** Rows by theme. */
function themes(rijen: readonly RugRij[]): [string, RugRij[]][] {
  const groups = new Map<string, RugRij[]>();
  for (const rij of rijen) groups.set(rij.thema, [...(groups.get(rij.thema) ?? []), rij]);
  const place = (thema: string) =>
    (THEMES.indexOf(thema) + THEMES.length + 1) % (THEMES.length + 1);
  return [...groups].toSorted(([a], [b]) => place(a) - place(b));
}
