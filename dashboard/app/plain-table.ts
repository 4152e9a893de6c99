import {html, type TemplateResult} from 'lit';

/** A cell: text, or a number that is set to the right. */
export type TableCell = string | TemplateResult | {getal: string};

/**
 * A table of rows as they are, in a container of its own that scrolls and can be reached by keyboard.
 * The first cell of a row is its heading.
 */
export function plainTable(
  naam: string,
  koppen: readonly string[],
  rijen: readonly (readonly TableCell[])[],
): TemplateResult {
  const numeric = koppen.map((_, at) => rijen.some((row) => isNumber(row[at])));
  return html`<div class="wm-rol" role="region" tabindex="0" aria-label=${`Tabel: ${naam}`}>
    <table class="wm-tabel">
      <thead>
        <tr>
          ${koppen.map((kop, at) => html`<th scope="col" class=${numeric[at] === true ? 'wm-getal' : ''}>${kop}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rijen.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first === undefined || isNumber(first) ? '' : first}</th>
              ${rest.map((cell) =>
                isNumber(cell)
                  ? html`<td class="wm-getal">${cell.getal}</td>`
                  : html`<td class=${isLong(cell) ? 'wm-tekst' : ''}>${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function isNumber(cell: TableCell | undefined): cell is {getal: string} {
  return typeof cell === 'object' && 'getal' in cell;
}

/** A sentence needs room, also where the table scrolls. */
function isLong(cell: TableCell): boolean {
  return typeof cell === 'string' && cell.length > 24;
}
