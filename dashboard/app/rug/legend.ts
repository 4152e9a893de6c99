import {html, type TemplateResult} from 'lit';
import {verdict} from './verdict.ts';

/** What the colours, symbols and the hatch mean. */
export function legend(): TemplateResult {
  return html`<div class="wm-legenda">
    <h2 id="legenda">Zo leest u de tabel</h2>
    <p>We vergelijken elk cijfer met de 0-meting. Dat is het jaar voor het team begon.</p>
    <p>
      Onder elk cijfer staat de marge, zoals 18,2 tot 24,6. We zijn er voor 95% zeker van dat het
      echte cijfer daartussen ligt.
    </p>
    <ul aria-labelledby="legenda">
      <li><span class="wm-staal wm-cel--beter"></span>${verdict('beter')} dan de 0-meting</li>
      <li><span class="wm-staal wm-cel--slechter"></span>${verdict('slechter')} dan de 0-meting</li>
      <li>
        <span class="wm-staal wm-cel--grijs"></span>${verdict('geen relevant verschil')} met de
        0-meting
      </li>
      <li>
        <span class="wm-staal wm-cel--grijs"></span>${verdict('niet te zeggen')}: de onzekerheid is
        te groot
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
