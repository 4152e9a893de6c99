import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Overzicht} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import {sameAddress} from '../router.ts';
import {legend} from '../rug/legend.ts';
import {rug} from '../rug/rug.ts';

/** The first screen: what is better or worse than before the teams started. */
@customElement('wm-overzicht')
export class WmOverzicht extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly overzicht = new Loading<Overzicht>(this);

  protected override willUpdate(): void {
    const {gemeente, route} = this.context;
    setTitle(`Overzicht ${gemeente.naam}`);
    const address = apiAddress('/overzicht', {
      gemeente: gemeente.code,
      niveau: this.niveau,
      publicatie: route.query.get('publicatie'),
    });
    this.overzicht.run(address, (signal) =>
      fetchAnswer(address, withFields<Overzicht>('zinnen', 'gebieden', 'rijen'), signal),
    );
  }

  private get niveau(): 'team' | 'wijk' {
    return this.context.route.query.get('niveau') === 'wijk' ? 'wijk' : 'team';
  }

  protected override render(): TemplateResult {
    return html`
      <h1>Werken de wijkteams in ${this.context.gemeente.naam}?</h1>
      ${whenLoaded(this.overzicht, {hoogte: 'hoog', toon: (inhoud) => this.show(inhoud)})}
    `;
  }

  private show(overzicht: Overzicht): TemplateResult {
    if (overzicht.rijen.length === 0) {
      return html`<div class="wm-melding" role="status">
        <h2>Er zijn nog geen cijfers</h2>
        <p>Deze gemeente heeft nog geen gegevens geleverd.</p>
      </div>`;
    }
    return html`
      ${
        overzicht.zinnen.length === 0
          ? nothing
          : html`<ul class="wm-zinnen">
              ${overzicht.zinnen.map((zin) => html`<li>${zin}</li>`)}
            </ul>`
      }
      <nav class="wm-wissel" aria-label="Kolommen van de tabel">
        ${this.renderChoice('team', 'Per team')} ${this.renderChoice('wijk', 'Per wijk')}
      </nav>
      ${rug(overzicht, this.context.route.query)} ${legend()}
    `;
  }

  private renderChoice(niveau: 'team' | 'wijk', tekst: string): TemplateResult {
    return html`<a
      href=${sameAddress({niveau: niveau === 'team' ? null : niveau})}
      aria-current=${niveau === this.niveau ? 'true' : nothing}
      >${tekst}</a
    >`;
  }
}

export const page: Page = (context) => html`<wm-overzicht .context=${context}></wm-overzicht>`;
