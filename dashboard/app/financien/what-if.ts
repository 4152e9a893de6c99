import {html, type TemplateResult} from 'lit';
import {euroShort} from '../../charts/finance-words.ts';
import {VERDELINGEN} from '../../charts/wijkbudget-verdeling.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {navigate, sameAddress} from '../router.ts';
import {exactly} from './cells.ts';
import type {Financien, Geldvraag} from './load.ts';
import {moneyChart, section} from './section.ts';

/** What each team would get of a budget, under every way of dividing it. */
export function whatIfSection({wijkbudget, namen}: Financien, vraag: Geldvraag): TemplateResult {
  const {boekjaar, niveau, bedrag_cent, verdeling} = wijkbudget;
  return section(
    {
      id: 'wijkbudget',
      titel: 'Wat krijgt elk team bij een andere verdeling?',
      onder: `${euroShort(bedrag_cent)} verdeeld, ${boekjaar}, euro`,
    },
    html`
      <form class="wm-bedrag wm-geen-druk" @submit=${divide}>
        <label class="wm-filter">
          <span>Budget in hele euro’s</span>
          <input
            class="wm-keuze wm-invoer"
            name="bedrag"
            inputmode="numeric"
            pattern="[0-9]{1,9}"
            required
            .value=${String(Math.round(bedrag_cent / 100))}
          />
        </label>
        <button type="submit" class="wm-knop">Verdeel</button>
      </form>
      ${moneyChart('wijkbudget-verdeling', {...vraag, niveau})}
      ${plainTable(
        'verdeling van het budget',
        ['Team', ...VERDELINGEN.map(({titel}) => titel)],
        verdeling.map((one): TableCell[] => [
          namen.get(one.gebied) ?? one.gebied,
          ...VERDELINGEN.map(({veld}): TableCell =>
            one[veld] === null ? {getal: 'niet getoond'} : exactly(one[veld]),
          ),
        ]),
      )}
      <p class="wm-onder">
        Naar fte heet functiebekostiging. Naar inwoners heet populatiebekostiging. Naar geleverde
        hulp heet productiebekostiging. Naar leeftijd telt wat elke leeftijd meestal kost.
      </p>
    `,
  );
}

function divide(event: SubmitEvent): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const bedrag = new FormData(event.target).get('bedrag');
  if (typeof bedrag === 'string') navigate(sameAddress({bedrag}));
}
