import {html, nothing, type TemplateResult} from 'lit';
import type {Effectantwoord} from '../../../queries/contract/effect.ts';

/** How the sum is made, for who wants to know. */
export function method({extern}: Effectantwoord): TemplateResult {
  return html`<section class="wm-deel">
    <h2>Hoe hebben we gerekend?</h2>
    <p>
      De teams startten niet op dezelfde dag. Zo konden we wijken vergelijken met wijken die nog
      niet gestart waren. Wat overal gebeurt, zoals een landelijke maatregel, telt dan niet mee.
    </p>
    <ol>
      <li>We tellen hoe vaak iets voorkwam in het jaar voor de eerste start.</li>
      <li>
        We kijken hoeveel dat veranderde in wijken die nog niet gestart waren.
        ${extern.length === 0 ? nothing : 'Andere gemeenten tellen daarbij mee.'}
      </li>
      <li>
        Zo veel had het ook in de gestarte wijken mogen veranderen. Dat is het verwachte aantal.
      </li>
      <li>Het verschil met wat we echt zagen, schrijven we toe aan het team.</li>
    </ol>
    <p>
      Eerlijk is eerlijk: het blijft een schatting. Een team kan starten waar de vragen al stegen.
      Ook kunnen wijken elkaar beïnvloeden. Een kwartaal waarin een team begint, tellen we niet mee.
    </p>
    <details class="wm-geen-druk">
      <summary>Voor wie de methode wil narekenen</summary>
      <p>
        Callaway en Sant’Anna (2021), tegen nog niet gestarte eenheden, zonder covariaten. Verwacht
        = y(T,B) · [y(C,t)/p(C,t)] / [y(C,B)/p(C,B)] · p(T,t)/p(T,B). Effect = som waargenomen
        gedeeld door som verwacht, min 1. De onzekerheid komt uit 999 trekkingen (quasi-Poisson) die
        ook opnieuw zijn afgerond. Alle aantallen zijn vooraf beschermd: afgerond op vijf, en kleine
        groepen zijn niet getoond.
      </p>
    </details>
  </section>`;
}
