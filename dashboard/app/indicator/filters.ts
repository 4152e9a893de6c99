import {html, nothing, type TemplateResult} from 'lit';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {choice} from '../choice.ts';
import {NIVEAU, PERIODE, usual} from './options.ts';
import type {Vraag} from './question.ts';

/** The choices of the page. Its state is the address: each change is a step back away. */
export function filters(
  indicator: Indicator,
  {vraag, gebieden}: {vraag: Vraag; gebieden: readonly Gebied[]},
): TemplateResult {
  const {periodesoorten, niveaus} = indicator;
  const levels = NIVEAU.filter(({waarde}) => niveaus.some((one) => one === waarde));
  const chosen =
    Object.keys(vraag.keuzes).length + [vraag.gebied, vraag.uitsplitsen].filter(Boolean).length;
  return html`<form class="wm-filters" aria-label="Kies wat u ziet" @submit=${stay}>
    ${choice({naam: 'niveau', titel: 'Gebieden', gekozen: vraag.niveau, opties: levels})}
    ${choice({
      naam: 'periodesoort',
      titel: 'Periode',
      gekozen: vraag.periodesoort,
      opties: periodesoorten.map((waarde) => ({waarde, titel: PERIODE[waarde] ?? waarde})),
    })}
    <details class="wm-meer">
      <summary>Meer keuzes${chosen === 0 ? '' : ` (${chosen} gekozen)`}</summary>
      <div class="wm-meer__keuzes">${more(indicator, {vraag, gebieden})}</div>
    </details>
  </form>`;
}

/** The choices that are folded, so that the answer and not the form fills a phone. */
function more(
  indicator: Indicator,
  {vraag, gebieden}: {vraag: Vraag; gebieden: readonly Gebied[]},
): (TemplateResult | typeof nothing)[] {
  const {uitsplitsingen} = indicator;
  const areas = gebieden.map(({code, naam}) => ({waarde: code, titel: naam}));
  const dimensions = uitsplitsingen.map(({id, titel}) => ({waarde: id, titel}));
  return [
    vraag.niveau === 'gemeente'
      ? nothing
      : choice({
          naam: 'gebied',
          titel: 'Uitlichten',
          gekozen: vraag.gebied ?? '',
          opties: [{waarde: '', titel: 'Geen'}, ...areas],
        }),
    dimensions.length === 0
      ? nothing
      : choice({
          naam: 'uitsplitsen',
          titel: 'Uitsplitsen naar',
          gekozen: vraag.uitsplitsen ?? '',
          opties: [{waarde: '', titel: 'Niet uitsplitsen'}, ...dimensions],
        }),
    ...uitsplitsingen
      .filter(({id}) => id !== vraag.uitsplitsen)
      .map(({id, titel, knopen}) =>
        choice({
          naam: id,
          titel,
          gekozen: vraag.keuzes[id] ?? '',
          opties: [
            {waarde: '', titel: usual(indicator, id)},
            ...knopen.map((knoop) => ({waarde: knoop.id, titel: knoop.titel})),
          ],
        }),
      ),
  ];
}

function stay(event: Event): void {
  event.preventDefault();
}
