import {html} from 'lit';
import {formatNumber} from '../../charts/figure-text.ts';
import {momentText} from '../dutch-date.ts';
import type {Page} from '../page-context.ts';
import {addressOf} from '../address.ts';
import {prose} from './prose.ts';

/** What Wijkmonitor is, and what this publication rests on. */
export const page: Page = ({manifest, route}) =>
  prose(
    'Over Wijkmonitor',
    html`
      <p>
        Wijkmonitor is gemaakt voor raadsleden, bestuurders en beleidsmedewerkers. U ziet per wijk
        of het sociale wijkteam werkt.
      </p>
      <h2>Deze publicatie</h2>
      <dl class="wm-feiten">
        <div>
          <dt>Publicatie</dt>
          <dd><span class="wm-code">${manifest.id}</span></dd>
        </div>
        <div>
          <dt>Gemaakt op</dt>
          <dd>${momentText(manifest.gemaakt_op)}</dd>
        </div>
        <div>
          <dt>Gemeenten</dt>
          <dd>${manifest.gemeenten.map(({naam}) => naam).join(', ')}</dd>
        </div>
        <div>
          <dt>Leveringen</dt>
          <dd>
            ${formatNumber(
              manifest.gemeenten.reduce((sum, {leveringen}) => sum + leveringen, 0),
              0,
            )}
          </dd>
        </div>
        <div>
          <dt>Versie van de software</dt>
          <dd>${manifest.versie_code}</dd>
        </div>
      </dl>
      <h2>Controles</h2>
      <p>Elke nacht controleren we de gegevens. Dit vonden we:</p>
      <ul>
        ${manifest.keuringen.map(
          ({uitleg, bevindingen}) =>
            html`<li>
              ${uitleg} ${bevindingen === 0 ? 'Geen afwijking.' : afwijkingen(bevindingen)}
            </li>`,
        )}
      </ul>
      <h2>Open</h2>
      <p>
        De broncode is open (EUPL 1.2). De beschermde cijfers zijn open gegevens. U kunt ze opvragen
        via de <a href="/api/v1/openapi.json">API</a>.
      </p>
      <p>
        <a href=${addressOf('/over/toegankelijkheid', route.query)}
          >Toegankelijkheid van deze website</a
        >
      </p>
    `,
  );

function afwijkingen(aantal: number): string {
  return `Hooguit ${formatNumber(aantal, 0)} afwijkingen.`;
}
