import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Vergelijking} from '../../../queries/contract/verdict.ts';
import {addressOf} from '../address.ts';
import type {Overzicht, RugRij} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {choice} from '../choice.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import {sameAddress} from '../router.ts';
import {chosenComparison, COMPARISON_OPTIONS} from '../rug/comparison.ts';
import {legend} from '../rug/legend.ts';
import {rug} from '../rug/rug.ts';
import {unmeasured} from '../rug/unmeasured.ts';

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
      vergelijking: route.query.get('vergelijking') === null ? null : this.vergelijking,
      publicatie: route.query.get('publicatie'),
    });
    this.overzicht.run(
      address,
      (signal) =>
        fetchAnswer(address, withFields<Overzicht>('zinnen', 'gebieden', 'rijen'), signal),
      gemeente.code,
    );
  }

  private get niveau(): 'team' | 'wijk' {
    return this.context.route.query.get('niveau') === 'wijk' ? 'wijk' : 'team';
  }

  private get vergelijking(): Vergelijking {
    return chosenComparison(this.context.route.query);
  }

  private get toontAlles(): boolean {
    return this.context.route.query.get('rijen') === 'alle';
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
      <div class="wm-keuzes">
        <nav class="wm-wissel" aria-label="Kolommen van de tabel">
          ${this.renderChoice('team', 'Per team')} ${this.renderChoice('wijk', 'Per wijk')}
        </nav>
        ${choice({
          naam: 'vergelijking',
          titel: 'Vergelijk met',
          gekozen: this.vergelijking === 'nulmeting' ? '' : this.vergelijking,
          opties: COMPARISON_OPTIONS,
        })}
      </div>
      ${rug({...overzicht, rijen: this.shown(overzicht)}, this.context.route.query)}
      ${this.renderMore(overzicht)}
      <p class="wm-geen-druk">
        <a href=${addressOf('/financien', this.context.route.query)}>Komen we uit met het geld?</a>
      </p>
      ${unmeasured(overzicht)} ${legend(overzicht.vergelijking)}
    `;
  }

  private shown({rijen}: Overzicht): RugRij[] {
    return this.toontAlles ? rijen : rijen.filter(({voorop}) => voorop);
  }

  private renderMore({rijen}: Overzicht): TemplateResult | typeof nothing {
    const first = rijen.filter(({voorop}) => voorop).length;
    if (first === rijen.length) return nothing;
    const text = this.toontAlles
      ? `Toon alleen de ${first} belangrijkste`
      : `Toon alle ${rijen.length} cijfers`;
    return html`<p class="wm-geen-druk">
      <a href=${sameAddress({rijen: this.toontAlles ? null : 'alle'})}>${text}</a>
    </p>`;
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
