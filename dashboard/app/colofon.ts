import {html, type TemplateResult} from 'lit';
import type {Publicatiekop} from '../../queries/contract/publication.ts';
import {chosenGemeente} from './chosen-gemeente.ts';
import {dayText, momentText} from './dutch-date.ts';
import {addressOf, type Route} from './address.ts';

/** The foot of each page: how fresh, which publication, and how figures are rounded. */
export function colofon(manifest: Publicatiekop, {route}: {route: Route}): TemplateResult {
  const gemeente = chosenGemeente(manifest, route);
  return html`<footer class="wm-voet">
    <div class="wm-voet__binnen">
      <p class="wm-herkomst">
        ${gemeente ? html`Gegevens van ${gemeente.naam} tot en met ${dayText(gemeente.data_tot)}. ` : ''}
        Publicatie <span class="wm-code">${manifest.id}</span>, gemaakt op
        ${momentText(manifest.gemaakt_op)}.
      </p>
      <p>
        Aantallen zijn willekeurig afgerond op een veelvoud van 5. Ze wijken hooguit 4 af. Groepen
        kleiner dan 10 tot 15 cliënten (ook nul) tonen we niet apart. Daardoor tellen delen niet
        precies op tot het totaal. De afronding blijft in de tijd gelijk, zodat u trends goed kunt
        vergelijken. <a href=${addressOf('/privacy', route.query)}>Meer over privacy</a>
      </p>
      <ul class="wm-voet__links">
        <li>
          <a href=${addressOf('/over/toegankelijkheid', route.query)}>Toegankelijkheid</a>
        </li>
        <li><a href=${addressOf('/datakwaliteit', route.query)}>Datakwaliteit</a></li>
        <li><a href="/api/v1/openapi.json">Open gegevens (API)</a></li>
        <li><a href=${addressOf('/over', route.query)}>Over Wijkmonitor</a></li>
      </ul>
      <p class="wm-adres" aria-hidden="true">Dit blad: ${location.href}</p>
    </div>
  </footer>`;
}
