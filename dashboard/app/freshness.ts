import {html, nothing, type TemplateResult} from 'lit';
import type {Publicatiekop} from '../../queries/contract/publication.ts';
import type {NachtStatus} from './api/answers.ts';
import {dayText, momentText} from './dutch-date.ts';
import {type Route} from './address.ts';
import {sameAddress} from './router.ts';

/** A night that is later than this did not run as planned. */
const STALE_AFTER_MS = 26 * 3600 * 1000;

/** What the reader must know before reading a figure: made up, old, or an earlier publication. */
export function freshness(
  manifest: Publicatiekop,
  {status, route}: {status: NachtStatus | null; route: Route},
): TemplateResult | typeof nothing {
  const messages = [
    manifest.synthetisch ? 'Let op: dit zijn verzonnen cijfers, gemaakt om te laten zien.' : null,
    staleMessage(status),
  ].filter((message) => message !== null);
  const pinned = route.query.has('publicatie');
  if (messages.length === 0 && !pinned) return nothing;
  return html`<aside class="wm-balk" aria-label="Over deze cijfers">
    ${messages.map((message) => html`<p>${message}</p>`)}
    ${
      pinned
        ? html`<p>
            U bekijkt de vastgezette publicatie van ${dayText(manifest.gemaakt_op)}.
            <a href=${sameAddress({publicatie: null})}>Naar de nieuwste</a>
          </p>`
        : nothing
    }
  </aside>`;
}

function staleMessage(status: NachtStatus | null): string | null {
  const nacht = status?.nacht;
  if (!nacht) return null;
  if (status.geweigerd !== null) {
    return 'De nieuwste publicatie is niet te openen. U ziet de vorige.';
  }
  if (!nacht.gelukt) {
    return `De laatste verwerking is niet gelukt. U ziet de vorige cijfers. ${nacht.melding ?? ''}`;
  }
  if (nacht.laatste_nacht === null) return null;
  if (Date.now() - Date.parse(nacht.laatste_nacht) <= STALE_AFTER_MS) return null;
  return `De cijfers zijn niet vers. De laatste verwerking was op ${momentText(nacht.laatste_nacht)}.`;
}
