import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {lookTitle} from '../../charts/finance-words.ts';
import {whenLoaded} from '../api/states.ts';
import {Loading} from '../api/loading.ts';
import {backtestSection} from '../financien/backtest.ts';
import {budgetSection} from '../financien/budget.ts';
import {downloadSection} from '../financien/downloads.ts';
import {filters} from '../financien/filters.ts';
import {loadFinancien, moneyQuestion, type Financien, type Geldvraag} from '../financien/load.ts';
import {outcomeSection} from '../financien/outcome.ts';
import {monthsSection, standingsSection} from '../financien/standings.ts';
import {tieOutSection} from '../financien/tie-out.ts';
import {whatIfSection} from '../financien/what-if.ts';
import {areasSection, whySection} from '../financien/why.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import '../styles/financien.css';

/** Where the money stands, where it ends, why, in which wijk, and what it buys. */
@customElement('wm-financien')
export class WmFinancien extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly financien = new Loading<Financien>(this);

  protected override willUpdate(): void {
    const {gemeente} = this.context;
    setTitle(`Financiën, ${gemeente.naam}`);
    const vraag = moneyQuestion(this.context);
    this.financien.run(
      JSON.stringify(vraag),
      (signal) => loadFinancien(vraag, signal),
      gemeente.code,
    );
  }

  protected override render(): TemplateResult {
    return html`
      <h1>Komen we uit met het geld?</h1>
      ${whenLoaded(this.financien, {hoogte: 'hoog', toon: (inhoud) => this.show(inhoud)})}
    `;
  }

  private show(financien: Financien): TemplateResult {
    const {gemeente, manifest} = this.context;
    const {begroting, prognose, verschillen} = financien;
    if (begroting.boekjaren.length === 0) {
      return html`<div class="wm-melding" role="status">
        <h2>Er is nog geen begroting</h2>
        <p>${gemeente.naam} heeft nog geen begroting geleverd.</p>
      </div>`;
    }
    const vraag = this.fixed(financien);
    const hasLook = prognose.standen.length > 0;
    return html`
      <div class="wm-antwoord wm-antwoord--geld">
        ${verschillen.zinnen.map(
          (zin, index) =>
            html`<p class=${index === 0 ? 'wm-antwoord__zin' : 'wm-antwoord__verder'}>${zin}</p>`,
        )}
        ${
          hasLook
            ? html`<p class="wm-onder">
                Stand tot en met ${lookTitle(prognose.boekjaar, prognose.peilmaand)}.
              </p>`
            : nothing
        }
      </div>
      ${hasLook ? contents() : nothing} ${filters(financien)}
      ${hasLook ? this.renderLook(financien, vraag) : nothing} ${budgetSection(financien, vraag)}
      ${outcomeSection(financien, this.context.route.query)} ${whatIfSection(financien, vraag)}
      ${hasLook ? html`${backtestSection(financien)} ${tieOutSection(financien)}` : nothing}
      ${downloadSection(vraag, {plaats: gemeente.naam, publicatie: manifest.id})}
    `;
  }

  private renderLook(financien: Financien, vraag: Geldvraag): TemplateResult {
    const {query} = this.context.route;
    return html`${standingsSection(financien, vraag)} ${whySection(financien, vraag)}
    ${areasSection(financien, {vraag, query})} ${monthsSection(financien, vraag)}`;
  }

  /** The question with the year and the month that were answered, so that all parts show the same. */
  private fixed({prognose, verschillen}: Financien): Geldvraag {
    return {
      ...moneyQuestion(this.context),
      boekjaar: String(prognose.boekjaar),
      peilmaand: prognose.peilmaand === 0 ? null : String(prognose.peilmaand),
      niveau: verschillen.niveau,
    };
  }
}

/** What a controller asks, each a link to its part of the page. */
function contents(): TemplateResult {
  return html`<nav class="wm-inhoudsopgave wm-geen-druk" aria-label="Op deze pagina">
    <ul>
      <li><a href="#stand">Waar staan we?</a></li>
      <li><a href="#waardoor">Waardoor?</a></li>
      <li><a href="#gebieden">In welke wijk?</a></li>
      <li><a href="#maanden">Per maand</a></li>
      <li><a href="#begroting">Begroting</a></li>
      <li><a href="#opbrengst">Uitkomst</a></li>
      <li><a href="#wijkbudget">Wijkbudget</a></li>
      <li><a href="#terugtoets">Terugtoets</a></li>
    </ul>
  </nav>`;
}

export const page: Page = (context) => html`<wm-financien .context=${context}></wm-financien>`;
