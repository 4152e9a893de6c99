import {html, type TemplateResult} from 'lit';
import type {Vergelijking} from '../../../queries/contract/verdict.ts';
import {comparisonWords} from './comparison.ts';
import {verdict} from './verdict.ts';

/** What the colours, symbols and the hatch mean. */
export function legend(vergelijking: Vergelijking): TemplateResult {
  const {met, uitleg} = comparisonWords(vergelijking);
  return html`<div class="wm-legenda">
    <h2 id="legenda">Zo leest u de tabel</h2>
    <p>We vergelijken elk cijfer met ${met}. ${uitleg}</p>
    <p>
      Onder elk cijfer staat de marge, zoals 18,2 tot 24,6. We zijn er voor 95% zeker van dat het
      echte cijfer daartussen ligt.
    </p>
    <p>
      Bij veel vergelijkingen lijkt soms iets anders door toeval. Daarvoor zijn de oordelen
      gecorrigeerd.
    </p>
    <ul aria-labelledby="legenda">
      <li><span class="wm-staal wm-cel--beter"></span>${verdict('beter')} dan ${met}</li>
      <li><span class="wm-staal wm-cel--slechter"></span>${verdict('slechter')} dan ${met}</li>
      <li>
        <span class="wm-staal wm-cel--grijs"></span>${verdict('geen relevant verschil')} met ${met}
      </li>
      <li>
        <span class="wm-staal wm-cel--grijs"></span>${verdict('zoals verwacht')} na de start van een
        team
      </li>
      <li>
        <span class="wm-staal wm-cel--grijs"></span>${verdict('niet te zeggen')} want de onzekerheid
        is te groot
      </li>
      <li>
        <span class="wm-staal wm-cel--verborgen"></span>niet getoond: 0 tot en met 14 cliënten
      </li>
      <li>
        <span class="wm-staal wm-cel--geen"></span>geen oordeel: er is (nog) niets te vergelijken
      </li>
    </ul>
  </div>`;
}
