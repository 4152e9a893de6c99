import {html, nothing, type TemplateResult} from 'lit';
import {
  euro,
  exactReason,
  lookTitle,
  METHODE_TITELS,
  ONDERDEEL_TITELS,
} from '../../charts/finance-words.ts';
import {periodTitle} from '../../charts/period.ts';
import {aboveBudget, standTitle} from '../../charts/stand-per-post.ts';
import type {Financienstand} from '../../../queries/contract/finance.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {provisionalWords} from './backtest.ts';
import {about, exactly} from './cells.ts';
import type {Financien, Geldvraag} from './load.ts';
import {asTable, moneyChart, section} from './section.ts';

/** Where each post stands and where it ends on 31 December. */
export function standingsSection(
  {prognose, verschillen}: Financien,
  vraag: Geldvraag,
): TemplateResult {
  const {boekjaar, peilmaand, standen, terugtoets} = prognose;
  const {onderdeel} = verschillen;
  const shown = standen.filter((one) => onderdeel === 'alle' || one.onderdeel === onderdeel);
  const isProvisional = shown.some((one) => one.prognose?.voorlopig === true);
  const withheld = shown.some(({status}) => status !== 'ok');
  return section(
    {
      id: 'stand',
      titel: 'Waar staan we, en waar komen we uit?',
      onder: `${ONDERDEEL_TITELS[onderdeel]}, tot en met ${lookTitle(boekjaar, peilmaand)}, euro`,
    },
    html`
      ${moneyChart('stand-per-post', vraag)}
      ${
        isProvisional
          ? html`<p class="wm-onder">
              Een deel van de marges is voorlopig. Er zijn nog te weinig eerdere prognoses.
              ${provisionalWords(terugtoets, peilmaand)}
            </p>`
          : nothing
      }
      ${
        peilmaand === 12
          ? html`<p class="wm-onder">
              Verplicht is nu nul. Het jaar is voorbij: open hulp kost dit jaar niets meer.
            </p>`
          : nothing
      }
      ${
        withheld
          ? html`<p class="wm-onder">Bij minder dan 50 cliënten tonen we geen exact bedrag.</p>`
          : nothing
      }
      <p class="wm-onder">${sourceOfBooked(shown)}</p>
      ${asTable(
        plainTable(
          'stand en prognose per post',
          [
            'Post',
            'Begroot',
            'Verplicht',
            'Gedeclareerd',
            'Toegekend',
            'Geboekt',
            'Verwacht',
            'Verschil',
            '80% zeker',
            'Zo voorspeld',
          ],
          shown.map(standRow),
        ),
      )}
    `,
  );
}

/** Which amounts are to the cent, and which are not. */
function sourceOfBooked(shown: readonly Financienstand[]): string {
  const open = shown.some(({realisatie_herkomst}) => realisatie_herkomst === 'beschermd');
  const booked = open
    ? 'Geboekt is beschermd zolang het kwartaal voorlopig is. Daarna is het: grootboek, exact.'
    : 'Geboekt: grootboek, exact.';
  return `${booked} Verplicht, gedeclareerd en toegekend zijn beschermd. Ze wijken iets af.`;
}

function standRow(one: Financienstand): TableCell[] {
  const {prognose, status, regel} = one;
  const naam =
    regel === null
      ? html`<strong>${standTitle(one)}</strong>`
      : html`<span class="wm-inspring">${standTitle(one)}</span>`;
  return [
    naam,
    exactly(one.begroot_cent),
    exactly(one.verplicht_cent, status),
    exactly(one.gedeclareerd_cent, status),
    exactly(one.toegekend_cent, status),
    exactly(one.realisatie_cent, status),
    exactly(prognose?.verwacht_cent ?? null, status),
    {getal: aboveBudget(one)},
    prognose === null
      ? {getal: exactReason(status)}
      : {getal: prognose.band80 === null ? 'geen marge' : bandText(prognose.band80)},
    prognose === null ? '' : METHODE_TITELS[prognose.methode],
  ];
}

function bandText([low, high]: readonly [number, number]): string {
  return `${euro(low)} tot ${euro(high)}`;
}

/** Costs per month of service; the hatch is what is still to be claimed. */
export function monthsSection(
  {prognose, verschillen}: Financien,
  vraag: Geldvraag,
): TemplateResult {
  const {boekjaar, peilmaand} = prognose;
  const {onderdeel} = verschillen;
  const months = prognose.maanden.filter((one) => one.onderdeel === onderdeel);
  const place = `${ONDERDEEL_TITELS[onderdeel]}, zoals bekend in ${lookTitle(boekjaar, peilmaand)}, euro per maand van de hulp`;
  if (months.length === 0) {
    return section(
      {id: 'maanden', titel: 'Wat kost elke maand?', onder: place},
      html`<p>Op deze posten declareert niemand. Er zijn dus geen maanden te tonen.</p>`,
    );
  }
  return section(
    {id: 'maanden', titel: 'Wat kost elke maand, en wat is al gedeclareerd?', onder: place},
    html`
      ${moneyChart('lasten-per-maand', vraag)}
      <p class="wm-onder">Bedragen per maand zijn beschermd. Ze wijken een paar procent af.</p>
      ${asTable(
        plainTable(
          'kosten per maand',
          ['Maand', 'Al gedeclareerd', 'Verwacht'],
          months.map(({maand, bekend_cent, verwacht_cent, status}): TableCell[] => [
            periodTitle(maand),
            about(bekend_cent, status),
            about(verwacht_cent, status),
          ]),
        ),
      )}
    `,
  );
}
