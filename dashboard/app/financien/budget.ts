import {html, nothing, type TemplateResult} from 'lit';
import {
  euro,
  groupTitle,
  ONDERDEEL_TITELS,
  sentenceCase,
  versionTitle,
} from '../../charts/finance-words.ts';
import {dayText} from '../dutch-date.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {exactly} from './cells.ts';
import type {Financien, Geldvraag} from './load.ts';
import {asTable, moneyChart, section} from './section.ts';

/** The begroting from version to version, every post, and the plan of the teams over its years. */
export function budgetSection(
  {begroting, verschillen}: Financien,
  vraag: Geldvraag,
): TemplateResult {
  const {versies, posten, totalen, boekjaar} = begroting;
  const {onderdeel} = verschillen;
  const shown = posten.filter((post) => onderdeel === 'alle' || post.onderdeel === onderdeel);
  return section(
    {
      id: 'begroting',
      titel: 'Hoe veranderde de begroting?',
      onder: `Begroting ${boekjaar}, ${ONDERDEEL_TITELS[onderdeel]}, euro`,
    },
    html`
      ${moneyChart('begroting-brug', vraag)}
      ${asTable(
        plainTable(
          'begroting per post en versie',
          [
            'Post',
            'Kant',
            'Taakveld',
            ...versies.map(({versie, datum}) => `${versionTitle(versie)}, ${dayText(datum)}`),
          ],
          [
            ...shown.map(({omschrijving, kant, taakveld, standen_cent}): TableCell[] => [
              sentenceCase(omschrijving),
              kant === 'baten' ? 'dekking' : kant,
              taakveld ?? 'geen',
              ...standen_cent.map((cent) => exactly(cent)),
            ]),
            ...(onderdeel === 'alle'
              ? [
                  ['Alle lasten', 'lasten', '', ...totalen.map((one) => exactly(one.lasten_cent))],
                  ['Alle dekking', 'dekking', '', ...totalen.map((one) => exactly(one.baten_cent))],
                ]
              : []),
          ],
        ),
      )}
      ${planTable(begroting)} ${groupTable(begroting)}
    `,
  );
}

/** The exact amounts of the plan, with as much dekking as lasten. */
function planTable({plan}: Financien['begroting']): TemplateResult | typeof nothing {
  const [lasten, dekking] = plan.totalen;
  if (lasten === undefined || dekking === undefined) return nothing;
  const isEqual = lasten.bedragen_cent.every(
    (cent, index) => cent === dekking.bedragen_cent[index],
  );
  const row = (naam: TableCell, {bedragen_cent, samen_cent}: typeof lasten): TableCell[] => [
    naam,
    ...bedragen_cent.map((cent) => exactly(cent)),
    exactly(samen_cent),
  ];
  const side = (kant: 'lasten' | 'baten') =>
    plan.posten
      .filter((post) => post.kant === kant)
      .map((post) => row(sentenceCase(post.omschrijving), post));
  return html`<h3>Het plan van de wijkteams</h3>
    <p>
      ${
        isEqual
          ? 'De dekking is elk jaar even hoog als de lasten.'
          : 'De dekking is niet elk jaar even hoog als de lasten.'
      }
      Samen is het ${euro(lasten.samen_cent)}.
    </p>
    ${plainTable(
      'het plan van de wijkteams',
      ['Post', ...plan.boekjaren.map(String), 'Samen'],
      [
        ...side('lasten'),
        row(html`<strong>Alle lasten</strong>`, lasten),
        ...side('baten'),
        row(html`<strong>Alle dekking</strong>`, dekking),
      ],
    )}`;
}

/** Groups of taakvelden over all years: taakvelden themselves change with the generations of Iv3. */
function groupTable({taakveldgroepen}: Financien['begroting']): TemplateResult | typeof nothing {
  const {boekjaren, groepen} = taakveldgroepen;
  if (groepen.length === 0) return nothing;
  return html`<h3>Begroot per groep taakvelden</h3>
    <p>
      De taakvelden wisselden in 2023 en 2025. Deze groepen zijn wel over de jaren te vergelijken.
      Bedragen zijn niet gecorrigeerd voor prijzen.
    </p>
    ${plainTable(
      'begroot per groep taakvelden',
      ['Groep', ...boekjaren.map(String)],
      groepen.map(({groep, bedragen_cent}): TableCell[] => [
        groupTitle(groep),
        ...bedragen_cent.map((cent): TableCell =>
          cent === null ? {getal: 'geen post'} : exactly(cent),
        ),
      ]),
    )}`;
}
