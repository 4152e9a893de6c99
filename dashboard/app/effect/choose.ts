import {html, type TemplateResult} from 'lit';
import type {Indicatoren} from '../api/answers.ts';
import {addressOf} from '../address.ts';
import type {Route} from '../address.ts';

/** Forms that an effect can be estimated of. */
const COUNTABLE = ['aantal', 'stand', 'aandeel'];

/** The indicators to choose from: those with an effect first, the others with the reason in short. */
export function choose({indicatoren}: Indicatoren, {query}: Route): TemplateResult {
  const countable = indicatoren.filter(({vorm}) => COUNTABLE.includes(vorm));
  const others = indicatoren.filter(({vorm}) => !COUNTABLE.includes(vorm));
  const link = ({id, titel}: {id: string; titel: string}) =>
    html`<li><a href=${addressOf(`/effect/${id}`, query)}>${titel}</a></li>`;
  return html`
    <p>
      Een cijfer kan veranderen zonder dat het team dat deed. Hier vergelijken we met wijken die nog
      niet gestart waren. Zo zien we wat het team zelf veranderde.
    </p>
    <h2>Kies een cijfer</h2>
    <ul class="wm-keuzelijst">
      ${countable.map(link)}
    </ul>
    <h2>Cijfers waarvoor dit niet kan</h2>
    <p>
      Tijdsduren, gemiddelden en scores passen niet bij deze methode. U leest per cijfer waarom.
    </p>
    <ul class="wm-keuzelijst">
      ${others.map(link)}
    </ul>
  `;
}
