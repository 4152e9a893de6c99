import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {formatNumber} from '../../charts/figure-text.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {dayText} from '../dutch-date.ts';
import {LightElement} from '../light-element.ts';

type Markdown = (text: string) => TemplateResult;

const RICHTING: Readonly<Record<Indicator['richting'], string>> = {
  hoger: 'Hoger is beter.',
  lager: 'Lager is beter.',
  neutraal: 'Hoger of lager is niet beter of slechter.',
  band: 'Te hoog en te laag zijn allebei niet goed.',
};

/** What the indicator means, a sum worked out by hand, its ground and its SQL. */
@customElement('wm-definitie')
export class WmDefinitie extends LightElement {
  @property({attribute: false}) indicator!: Indicator;
  @state() private markdown: Markdown | null = null;

  /** The reader of Markdown is larger than the page: it comes when someone opens the sum. */
  private readonly loadMarkdown = (): void => {
    if (this.markdown !== null) return;
    void import('./markdown.ts').then(({markdown}) => {
      this.markdown = markdown;
    });
  };

  protected override render(): TemplateResult {
    const {indicator} = this;
    return html`<section class="wm-deel wm-definitie">
      <h2>Wat betekent dit cijfer?</h2>
      <div class="wm-twee">
        <div>
          <h3>Wat meten we</h3>
          ${prose(indicator.wat_meten_we)}
        </div>
        <div>
          <h3>Wat zegt dit niet</h3>
          ${prose(indicator.wat_zegt_dit_niet)}
        </div>
      </div>
      <dl class="wm-feiten">
        ${fact('We tellen', indicator.teller)}
        ${indicator.noemer === '' ? nothing : fact('Ten opzichte van', indicator.noemer)}
        ${fact('Richting', RICHTING[indicator.richting])}
        ${fact(
          'Verschil dat telt',
          `Vanaf ${formatNumber(100 * indicator.delta, 0)}% noemen we een verschil relevant.`,
        )}
        ${
          indicator.norm === null
            ? nothing
            : fact(
                'Norm',
                `${formatNumber(indicator.norm, 0)} ${indicator.vorm === 'duur' ? 'dagen' : indicator.eenheid}`,
              )
        }
        ${fact('Bron van de vraag', indicator.bron)}
        ${fact(
          'Definitie',
          `Versie ${indicator.versie}, geldig vanaf ${dayText(indicator.geldig_vanaf)}. ` +
            `Gemaakt door: ${indicator.auteur}. Gecontroleerd door: ${indicator.gecontroleerd_door}.`,
        )}
      </dl>
      <p class="wm-alleen-druk">Het sommetje en de SQL staan op de pagina zelf.</p>
      <details class="wm-geen-druk" @toggle=${this.loadMarkdown}>
        <summary>Laat het sommetje zien</summary>
        <div class="wm-voorbeeld">
          <p>Een voorbeeld met verzonnen mensen. De echte query moet op dezelfde uitkomst komen.</p>
          ${this.markdown ? this.markdown(indicator.rekenvoorbeeld) : html`<p>Het sommetje komt eraan.</p>`}
        </div>
      </details>
      <details class="wm-geen-druk">
        <summary>Bekijk de SQL</summary>
        <pre
          tabindex="0"
          role="region"
          aria-label="SQL van deze indicator"
        ><code>${indicator.sql}</code></pre>
      </details>
    </section>`;
  }
}

/** Plain paragraphs: these two parts of a page have no other markup. */
function prose(text: string): TemplateResult[] {
  return text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`);
}

function fact(naam: string, waarde: string): TemplateResult {
  return html`<div>
    <dt>${naam}</dt>
    <dd>${waarde}</dd>
  </div>`;
}
