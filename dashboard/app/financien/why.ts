import {html, nothing, type TemplateResult} from 'lit';
import {euro, lookTitle, ONDERDEEL_TITELS} from '../../charts/finance-words.ts';
import {byDifference, REST} from '../../charts/verschil-per-gebied.ts';
import {OORZAKEN} from '../../charts/verschil-verklaard.ts';
import {addressOf} from '../address.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {about, difference, exactly} from './cells.ts';
import type {Financien, Geldvraag} from './load.ts';
import {moneyChart, section} from './section.ts';

/** Why the outcome strays from the begroting, in parts that add up to the cent. */
export function whySection({verschillen}: Financien, vraag: Geldvraag): TemplateResult {
  const {boekjaar, peilmaand, onderdeel} = verschillen;
  const found = verschillen.verschillen.find((one) => one.onderdeel === onderdeel);
  const about = `${ONDERDEEL_TITELS[onderdeel]}, tot en met ${lookTitle(boekjaar, peilmaand)}, euro`;
  const heading = {id: 'waardoor', titel: 'Waardoor wijkt de uitkomst af?', onder: about};
  if (found === undefined) return section(heading, html`<p>Er is geen verschil te verklaren.</p>`);
  return section(
    heading,
    html`
      ${moneyChart('verschil-verklaard', vraag)}
      ${plainTable(
        'oorzaken van het verschil',
        ['Oorzaak', 'Verschil'],
        [
          ...OORZAKEN.map(({veld, titel, uitleg}): TableCell[] => [
            explained(titel, uitleg),
            {getal: euro(found[veld], 2)},
          ]),
          [
            explained(html`<strong>Samen</strong>`, 'Verwacht min begroot, op de cent.'),
            {getal: euro(found.verwacht_cent - found.begroot_cent, 2)},
          ],
        ],
      )}
    `,
  );
}

/** A name with what it means under it: a column for that would not fit on a phone. */
function explained(naam: string | TemplateResult, uitleg: string): TemplateResult {
  return html`${naam}<span class="wm-uitleg">${uitleg}</span>`;
}

/** What fits in no area can be more than what fits in one: then the first sentence says too little. */
function restWarning(
  rows: readonly {gebied: string | null; verschil_cent: number | null}[],
): TemplateResult | typeof nothing {
  const size = (one: {verschil_cent: number | null}): number => Math.abs(one.verschil_cent ?? 0);
  const rest = rows.find(({gebied}) => gebied === null);
  const largest = Math.max(0, ...rows.filter(({gebied}) => gebied !== null).map(size));
  if (rest === undefined || size(rest) <= largest) return nothing;
  return html`<p>
    Let op: wat overblijft, is groter dan het verschil in elk gebied. Ga na of van elke cliënt de
    wijk bekend is.
  </p>`;
}

/** In which wijk or team, with a way to everything else about it. */
export function areasSection(
  {verschillen, namen}: Financien,
  {vraag, query}: {vraag: Geldvraag; query: URLSearchParams},
): TemplateResult {
  const {boekjaar, peilmaand, onderdeel, niveau, kosten} = verschillen;
  const heading = {
    id: 'gebieden',
    titel: niveau === 'wijk' ? 'In welke wijk zit het verschil?' : 'In welk team zit het verschil?',
    onder: `Kosten van hulp, ${ONDERDEEL_TITELS[onderdeel]}, tot en met ${lookTitle(boekjaar, peilmaand)}, euro`,
  };
  const rows = byDifference(
    verschillen.gebieden.map((one) => ({
      ...one,
      naam: one.gebied === null ? null : (namen.get(one.gebied) ?? one.gebied),
      kosten: kosten.find(
        ({gebied, productcategorie}) => gebied === one.gebied && productcategorie === null,
      ),
    })),
  );
  if (rows.length === 0) {
    return section(heading, html`<p>Per gebied is hier niets te tonen.</p>`);
  }
  return section(
    heading,
    html`
      ${moneyChart('verschil-per-gebied', vraag)}
      <p class="wm-onder">
        Een begroting kent geen wijken. We verdelen die zoals de kosten van vorig jaar. Bedragen per
        gebied zijn beschermd en wijken een paar procent af. De laatste regel is wat overblijft.
        Daarin zit hulp aan mensen van wie we de wijk niet weten. Ook gebieden die we niet tonen
        zitten erin. Verder tellen daar alle afwijkingen op.
      </p>
      ${restWarning(rows)}
      ${plainTable(
        'verschil per gebied',
        ['Gebied', 'Verschil', 'Begroot', 'Verwacht', 'Cliënten', 'Kosten per cliënt'],
        rows.map(({gebied, naam, begroot_cent, verwacht_cent, verschil_cent, kosten: one}) => [
          gebied === null || naam === null
            ? REST
            : html`<a href=${addressOf(`/wijk/${gebied}`, query)}>${naam}</a>`,
          difference(verschil_cent),
          about(begroot_cent),
          about(verwacht_cent),
          one === undefined
            ? {getal: 'n.v.t.'}
            : one.clienten === null
              ? about(null, one.status)
              : {getal: String(one.clienten)},
          one === undefined ? {getal: 'n.v.t.'} : exactly(one.per_client_cent, one.status),
        ]),
      )}
    `,
  );
}
