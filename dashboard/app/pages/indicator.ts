import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {IndicatorAntwoord} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {answer} from '../indicator/answer.ts';
import {charts} from '../indicator/charts.ts';
import '../indicator/definition.ts';
import {filters} from '../indicator/filters.ts';
import '../indicator/lineage.ts';
import {loadFigures, type Figuren} from '../indicator/load-figures.ts';
import '../indicator/parts.ts';
import {readVraag, type Vraag} from '../indicator/question.ts';
import '../indicator/signals.ts';
import {splitTable} from '../indicator/split-table.ts';
import '../indicator/take-along.ts';
import {unknownChoices} from '../indicator/unknown-choices.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import {addressOf} from '../address.ts';

/** One indicator: the question, its answer, charts with their tables, meaning and origin. */
@customElement('wm-indicator')
export class WmIndicator extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly definitie = new Loading<IndicatorAntwoord>(this);
  private readonly figuren = new Loading<Figuren>(this);

  protected override willUpdate(): void {
    const {route, gemeente} = this.context;
    const address = apiAddress(`/indicatoren/${route.id}`, {
      publicatie: route.query.get('publicatie'),
    });
    this.definitie.run(
      address,
      (signal) => fetchAnswer(address, withFields<IndicatorAntwoord>('indicator'), signal),
      route.id,
    );
    const vraag = this.vraag();
    const indicator = this.definitie.inhoud?.indicator;
    setTitle(indicator ? `${indicator.titel}, ${gemeente.naam}` : 'Indicator');
    if (!vraag || indicator?.id !== route.id) return;
    // what stands out changes the charts, not the figures
    this.figuren.run(
      JSON.stringify({...vraag, gebied: null}),
      (signal) => loadFigures(indicator, vraag, signal),
      [vraag.indicator, vraag.gemeente, vraag.publicatie].join(),
    );
  }

  private vraag(): Vraag | null {
    const indicator = this.definitie.inhoud?.indicator;
    const {route, gemeente} = this.context;
    return indicator ? readVraag(route.query, {indicator, gemeente: gemeente.code}) : null;
  }

  protected override render(): TemplateResult {
    const indicator = this.definitie.inhoud?.indicator;
    const {route} = this.context;
    return html`
      <p class="wm-terug"><a href=${addressOf('/', route.query)}>Overzicht</a></p>
      <h1>${indicator ? indicator.vraag || indicator.titel : 'Indicator'}</h1>
      ${whenLoaded(this.definitie, {hoogte: 'hoog', toon: (inhoud) => this.show(inhoud)})}
    `;
  }

  private show({indicator}: IndicatorAntwoord): TemplateResult {
    const vraag = this.vraag();
    if (!vraag) return html``;
    const {manifest, gemeente} = this.context;
    const {inhoud: shown, probleem} = this.figuren;
    return html`
      ${unknownChoices(this.context.route.query, {indicator, vraag, gebieden: shown?.gebieden ?? null})}
      ${probleem ? nothing : this.renderAnswer(indicator, vraag)}
      ${furtherLink(indicator, this.context.route.query)}
      ${filters(indicator, {vraag, gebieden: shown?.gebieden ?? []})}
      ${whenLoaded(this.figuren, {
        hoogte: 'hoog',
        toon: (figuren) =>
          html`${this.renderParts(indicator, figuren)} ${splitTable(indicator, figuren)}
          ${charts(indicator, {figuren, vraag})}`,
      })}
      ${shown ? html`<wm-signalen .indicator=${indicator} .vraag=${vraag}></wm-signalen>` : nothing}
      <wm-definitie .indicator=${indicator}></wm-definitie>
      <wm-herkomst .gemeente=${gemeente} .publicatie=${manifest.id}></wm-herkomst>
      ${
        shown
          ? html`<wm-meenemen
              .indicator=${indicator}
              .vraag=${vraag}
              publicatie=${shown.publicatie}
              plaats=${gemeente.naam}
            ></wm-meenemen>`
          : nothing
      }
    `;
  }

  /** The sides of an instrument, of the area that is looked at. */
  private renderParts(indicator: Indicator, figuren: Figuren): TemplateResult {
    const {gemeente, gebieden, oordelen, vraag} = figuren;
    const gebied = gebieden.find(({code}) => code === vraag.gebied) ?? gemeente;
    return html`<wm-onderdelen
      .indicator=${indicator}
      .vraag=${vraag}
      .gebied=${gebied}
      periode=${oordelen[0]?.periode ?? figuren.periode}
    ></wm-onderdelen>`;
  }

  /** The answer above the choices; its height is kept while it is on its way. */
  private renderAnswer(indicator: Indicator, vraag: Vraag): TemplateResult {
    const {inhoud, bezig} = this.figuren;
    return html`<div class="wm-geladen" aria-busy=${bezig ? 'true' : nothing}>
      ${inhoud ? answer(indicator, inhoud, vraag) : html`<div class="wm-antwoord"></div>`}
    </div>`;
  }
}

/** Where the reader goes on: to what the team changed, or with an amount to all about the money. */
function furtherLink({id, vorm}: Indicator, query: URLSearchParams): TemplateResult {
  return html`<p class="wm-verder">
    ${
      vorm === 'bedrag'
        ? html`<a href=${addressOf('/financien', query)}
            >Komen we uit met het geld? Bekijk Financiën</a
          >`
        : html`<a href=${addressOf(`/effect/${id}`, query)}
            >Kwam dit door het wijkteam? Bekijk het effect</a
          >`
    }
  </p>`;
}

export const page: Page = (context) => html`<wm-indicator .context=${context}></wm-indicator>`;
